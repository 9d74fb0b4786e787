import type { Engine, JudgeOptions } from '../../core/engine.ts';
import type { Models, ScanProgress } from '../../protocol.ts';
import { modelsOf, type ScannedEntry } from './models.ts';

/** How far a scan has come. */
export interface ScanState {
  /** Every file that was looked at, with what it holds. */
  readonly entries: Map<string, ScannedEntry>;
  /** While it runs: what the scan before it has found. */
  before: ReadonlyMap<string, ScannedEntry>;
  complete: boolean;
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
