import type { HubAddress } from './address/address.ts';
import { hubAddresses } from './address/hubAddress.ts';
import { LEGACY_DATASETS } from './catalogue/legacyDatasets.ts';
import type { IdForm } from './catalogue/loader.ts';
import { DATASET_BUILDERS } from './lookalikes.ts';
import type { RepoKind } from './reference.ts';
import { type Judged, judgeId } from './repoId.ts';

/** What a string says in the place of an id. Offsets are into the string. */
export interface ReadId {
  readonly judged: Exclude<Judged, 'none'>;
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** The string itself says the kind: `hf://datasets/…`. */
  readonly kind?: RepoKind;
  readonly revision?: { readonly value: string; readonly start: number; readonly end: number };
  /** The string is an address of this form. */
  readonly address?: HubAddress['form'];
  readonly quantization?: { readonly value: string; readonly start: number; readonly end: number };
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind?: RepoKind;
  readonly revision?: readonly [number, number];
  readonly quantization?: readonly [number, number];
}

const REPO = '[^\\s/:@#]+(?:/[^\\s/:@#]+)?';

/** How each form is cut out of its string. A form that is not here takes the whole string. */
const CUTS: Readonly<Partial<Record<IdForm, RegExp>>> = {
  revisioned: new RegExp(`^(?<id>${REPO})(?:@(?<revision>[\\w./-]+))?$`, 'd'),
  'full-revisioned': new RegExp(`^(?<id>${REPO})(?:@(?<revision>[\\w./-]+))?$`, 'd'),
  kernel: new RegExp(`^(?:paged\\|)?(?<id>${REPO})(?:@(?<revision>[\\w./-]+))?(?::[\\w.-]+)?$`, 'd'),
  provider: new RegExp(`^(?<id>${REPO})(?::[\\w.-]+)?$`, 'd'),
  'hf-hub': new RegExp(`^hf[-_]hub:(?<id>${REPO})(?:@(?<revision>[\\w./-]+))?$`, 'di'),
  litellm: /^huggingface\/(?:[a-z0-9_-]+\/(?=[^/\s]+\/))?(?<id>[^\s/:@#]+\/[^\s/:@#]+)$/d,
  gradio: /^(?<type>models|huggingface|spaces)\/(?<id>[^\s/:@#]+\/[^\s/:@#]+|[^\s/:@#]+)$/d,
  path: /^(?:(?<type>datasets|spaces|models)\/)?(?<id>[^\s/:@#*]+\/[^\s/:@#*]+)(?:@(?<revision>(?:refs\/\w+\/)?~?[\w.-]+))?(?:\/.*)?$/d,
  quantized: new RegExp(`^(?<id>${REPO})(?:[:@](?<quantization>[\\w.-]+))?$`, 'd'),
  branched: new RegExp(`^(?<id>${REPO})(?::(?<revision>[\\w.-]+))?$`, 'd'),
  cached: new RegExp(`^(?<type>model|dataset|space)/(?<id>${REPO})$`, 'd'),
  swift: /^(?:hf::)?(?<id>[^\s/:@#]+\/[^\s/:@#]+)(?::[\w.-]+)?(?:#\d+)?$/d,
  split: /^(?<id>[^\s/:@#]+\/[^\s/:@#]+)@\w+$/d,
  colon: new RegExp(`^huggingface:(?<id>${REPO})$`, 'd'),
  local: new RegExp(`^(?:local:)?(?<id>${REPO})$`, 'd'),
  named: new RegExp(`^(?:[\\w.-]+=)?(?<id>${REPO})$`, 'd'),
  repo: new RegExp(`^(?:(?<type>datasets|spaces|models)/(?=[^/]+/))?(?<id>${REPO})$`, 'd'),
  'hf-file':
    /^(?:hf|huggingface):(?:\/\/)?(?<id>[^\s/:@#]+\/[^\s/:@#]+)(?::(?<quantization>[\w.-]+)|\/[^\s#]*(?:#(?<revision>[\w./-]+))?)?$/d,
  djl: /^djl:\/\/ai\.djl\.huggingface\.\w+\/(?<id>[^\s/:@#]+\/[^\s/:@#]+)(?:\/.*)?$/d,
  embedding: /^(?=sentence-transformers\/)(?:sentence-transformers\/(?=[^\s/]+\/))?(?<id>[^\s/:@#]+\/[^\s/:@#]+)$/d,
  json: /"(?:model|adapter_id)"\s*:\s*"(?<id>[^\s/:@#"]+(?:\/[^\s/:@#"]+)?)(?::[\w.-]+)?"/d,
  pairs: /(?:^|[,\s])(?:pretrained|peft|delta|tokenizer|model_name|model)=(?<id>[^\s,/]+\/[^\s,/]+)/d,
};

const TYPES: Readonly<Record<string, RepoKind>> = {
  datasets: 'dataset',
  spaces: 'space',
  models: 'model',
  huggingface: 'model',
  model: 'model',
  dataset: 'dataset',
  space: 'space',
};

/** Forms in which a word without a slash is no id. */
const FULL_ONLY: ReadonlySet<IdForm> = new Set([
  'full',
  'full-revisioned',
  'kernel',
  'litellm',
  'path',
  'pairs',
  'named',
  'json',
  'swift',
  'split',
  'quantized',
  'branched',
]);

/** Longest string that is looked at: an id, an address, or a list of pairs. */
const MAX_LENGTH = 2000;

/** What a copy from a page leaves beside an id and nobody sees: no-break spaces and marks without a width. */
const UNSEEN_BEFORE = /^[\u00a0\u200b-\u200d\u2060\ufeff]+/;
const UNSEEN_BEHIND = /[\u00a0\u200b-\u200d\u2060\ufeff]{1,8}$/;

/** Reads the id out of a loader's argument; nothing when the string names no repo. `bareNames`: may `gpt2` be one here? */
export function readId(text: string, form: IdForm, kind: RepoKind, bareNames: boolean): ReadId | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const unseen = UNSEEN_BEFORE.exec(text)?.[0].length ?? 0;
  const seen = text.slice(unseen).replace(UNSEEN_BEHIND, '');
  if (seen.length < text.length && !UNSEEN_BEHIND.test(seen)) {
    const read = readId(seen, form, kind, bareNames);
    return read && movedBy(read, unseen);
  }
  const isFile = (form === 'hf-file' && /^hf:/.test(text)) || (form === 'djl' && /^djl:/.test(text));
  const address = text.includes('/') && !isFile ? hubAddresses(text).find(each => each.from <= 1) : undefined;
  if (address) {
    const { id, start, end, revision, quantization } = address;
    return {
      judged: 'repo',
      id,
      start,
      end,
      kind: address.kind,
      address: address.form,
      ...(revision && { revision }),
      ...(quantization && { quantization }),
    };
  }
  if (form === 'address' || (!isFile && /^[a-z+]{2,}:\/\//i.test(text))) return undefined;
  const cut = cutOut(text, form);
  if (!cut) return undefined;
  const id = text.slice(cut.start, cut.end);
  if (kind === 'dataset' && DATASET_BUILDERS.has(id)) return undefined;
  const mayBeBare = form === 'dataset' ? LEGACY_DATASETS.has(id) : bareNames && !FULL_ONLY.has(form);
  const judged = judgeId(id, mayBeBare, kind);
  if (judged === 'none') return undefined;
  const part = ([from, to]: readonly [number, number]) => ({ value: text.slice(from, to), start: from, end: to });
  return {
    judged,
    id,
    start: cut.start,
    end: cut.end,
    ...(cut.kind && { kind: cut.kind }),
    ...(cut.revision && { revision: part(cut.revision) }),
    ...(cut.quantization && { quantization: part(cut.quantization) }),
  };
}

function movedBy(read: ReadId, by: number): ReadId {
  const moved = <T extends { readonly start: number; readonly end: number }>(part: T): T => ({
    ...part,
    start: part.start + by,
    end: part.end + by,
  });
  const { revision, quantization } = read;
  return {
    ...moved(read),
    ...(revision && { revision: moved(revision) }),
    ...(quantization && { quantization: moved(quantization) }),
  };
}

function cutOut(text: string, form: IdForm): Cut | undefined {
  const pattern = CUTS[form];
  if (!pattern) return { start: 0, end: text.length };
  const match = pattern.exec(text);
  const at = match?.indices?.groups;
  if (!match || !at?.['id']) return undefined;
  const kind = TYPES[match.groups?.['type'] ?? ''];
  return {
    start: at['id'][0],
    end: at['id'][1],
    ...(kind && { kind }),
    ...(at['revision'] && { revision: at['revision'] }),
    ...(at['quantization'] && { quantization: at['quantization'] }),
  };
}
