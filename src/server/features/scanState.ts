import type { Engine, JudgeOptions } from '../../core/engine.ts';
import type { RepoName } from '../../hub/repoAddress.ts';
import type { Models, ScanProgress } from '../../protocol.ts';
import { repoKey } from '../wanted.ts';
import { modelsOf, type ScannedEntry } from './models.ts';

/** How far a scan has come. */
export interface ScanState {
  /** Every file that was looked at, with what it holds. */
  readonly entries: Map<string, ScannedEntry>;
  /** While it runs: what the scan before it has found. */
  before: ReadonlyMap<string, ScannedEntry>;
  complete: boolean;
}

/** Repos that nothing loads and that are looked up all the same. */
const MAX_LINKS = 50;

/** Every repo that is loaded, and then some of those that are only mentioned: a page of links is no reason to use a quota up. */
export function toBeLookedUp({ entries }: ScanState): readonly RepoName[] {
  const loads = new Map<string, RepoName>();
  const links = new Map<string, RepoName>();
  for (const { places } of entries.values()) {
    for (const { id, kind, link } of places) (link ? links : loads).set(repoKey({ id, kind }), { id, kind });
  }
  const onlyLinks = [...links].filter(([key]) => !loads.has(key)).slice(0, MAX_LINKS);
  return [...loads.values(), ...onlyLinks.map(([, repo]) => repo)];
}

/** What there is to tell of it so far. */
export function countsOf({ entries }: ScanState): Omit<ScanProgress, 'token'> {
  let references = 0;
  let findings = 0;
  for (const entry of entries.values()) {
    references += entry.places.length;
    findings += entry.diagnostics.length;
  }
  return { files: entries.size, references, findings };
}

export function modelsSoFar(
  state: ScanState,
  engine: Engine | undefined,
  options: Pick<JudgeOptions, 'facts' | 'decision'>,
): Models {
  const { files, findings } = countsOf(state);
  return {
    complete: state.complete,
    files,
    findings,
    models: engine ? modelsOf(state.entries.values(), engine, options) : [],
  };
}
