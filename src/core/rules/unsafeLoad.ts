import type { UnsafeLoad } from '../hazard.ts';
import type { TorchDemand, TorchVersion } from '../references/torchDemand.ts';
import type { Fix, Rule } from './rule.ts';
import type { Severity } from './severity.ts';

/** torch 2.6 made `weights_only=True` the default of `torch.load` (release notes, January 2025). */
const SAFE_BY_DEFAULT: TorchVersion = [2, 6];

export const unsafeLoad: Rule = {
  id: 'unsafe-load',
  title: 'Unpickles a file that came from elsewhere',
  depth: ['local'],
  level: 'warning',
  varies:
    "information where torch's default decides and neither the file nor its requirements say which torch, or the file is a local one",
  asks: 'Does the load unpickle a file, which can run any code in it?',
  why: 'A pickle is a program. `torch.load` with `weights_only=True` (the default since torch 2.6) reads tensors alone; `pickle.load` and `joblib.load` have no such switch.',
  advice: 'Pass `weights_only=True`, or take the safetensors file of the repo.',
  source: 'The documentation of torch and pickle; CVE-2025-32434 for torch before 2.6.',
  example: 'torch.load(path, weights_only=False)',
  onHazard(hazard, { surroundings }) {
    if (hazard.type !== 'unsafe-load') return undefined;
    const judged = hazard.api.startsWith('torch')
      ? torchLoad(hazard, hazard.torch ?? surroundings.torch())
      : otherLoad(hazard);
    if (!judged) return undefined;
    const fixes: Fix[] = hazard.makeSafe
      ? [{ title: fixTitle(hazard.makeSafe.newText), edits: [hazard.makeSafe], preferred: true }]
      : [];
    return { ...judged, weight: 0, fixes };
  },
};

type Judged = { readonly severity: Severity; readonly message: string } | undefined;

function torchLoad({ api, safety, origin }: UnsafeLoad, torch: TorchDemand | undefined): Judged {
  if (safety === 'unknown') return undefined;
  if (safety === 'off') {
    return {
      severity: origin === 'local' ? 'information' : 'warning',
      message: `${api} with weights_only=False runs whatever code the file carries${cameFrom(origin)}. Pass weights_only=True, or load safetensors.`,
    };
  }
  if (torch?.atLeast && !isBefore(torch.atLeast, SAFE_BY_DEFAULT)) return undefined;
  if (torch?.atMost && isBefore(torch.atMost, SAFE_BY_DEFAULT)) {
    return {
      severity: 'warning',
      message: `${api} without weights_only runs code from the file on torch ${torch.atMost.join('.')}, which this project demands (the safe default came with 2.6). Pass weights_only=True.`,
    };
  }
  return {
    severity: 'information',
    message: `${api} without weights_only is safe from torch 2.6 on and runs code from the file before that. Pass weights_only=True to be safe with both.`,
  };
}

/** pickle, joblib and their kin are everywhere in honest code: only a file that came over the network is worth a word. */
function otherLoad({ api, origin }: UnsafeLoad): Judged {
  if (origin !== 'downloaded') return undefined;
  return {
    severity: 'warning',
    message: `${api} runs whatever code the downloaded file carries. Use a format without code, such as safetensors, or check the file's hash first.`,
  };
}

const cameFrom = (origin: UnsafeLoad['origin']): string =>
  origin === 'downloaded' ? ', and this one is downloaded' : '';
const isBefore = ([a, b]: TorchVersion, [c, d]: TorchVersion): boolean => a < c || (a === c && b < d);
const fixTitle = (newText: string): string =>
  /weights_only/.test(newText)
    ? 'Pass weights_only=True'
    : /allow_pickle/.test(newText)
      ? 'Pass allow_pickle=False'
      : newText === 'True'
        ? 'Pass weights_only=True'
        : 'Make the load safe';
