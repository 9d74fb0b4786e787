import type { Engine } from '../core/engine.ts';
import type { Status } from '../protocol.ts';
import type { LoadedEngine } from '../workspace/loadEngine.ts';
import type { Log } from './world.ts';

export interface EngineHolder {
  /**
   * The engine, loaded on the first call and again when the user's advisory files change. `undefined` when the shipped
   * data cannot be read: then nothing is checked, and the status says so.
   */
  readonly get: (advisories: readonly string[]) => Promise<Engine | undefined>;
}

/** Holds one engine for the whole session, and says how it is doing. */
export function holdEngine(
  load: (advisories: readonly string[]) => Promise<LoadedEngine>,
  tell: (status: Status) => void,
  log: Log,
): EngineHolder {
  let held: { key: string; engine: Promise<Engine | undefined> } | undefined;

  async function loadAndTell(advisories: readonly string[]): Promise<Engine | undefined> {
    tell({ state: 'starting', detail: 'Loading the name index.' });
    const wished = await load(advisories);
    // A feed that the user added and that cannot be read must not switch off all the rest.
    const loaded = 'problem' in wished && advisories.length > 0 ? await load([]) : wished;
    if ('problem' in loaded) {
      log.error(loaded.problem);
      tell({ state: 'failed', detail: `Nothing is checked. ${loaded.problem}` });
      return undefined;
    }
    for (const warning of loaded.warnings) log.warn(warning);
    log.info(
      `Names of ${loaded.engine.data.names.info.date}: ${loaded.engine.data.names.info.ids.toLocaleString('en')}.`,
    );
    if ('problem' in wished) {
      log.warn(wished.problem);
      tell({ state: 'limited', detail: `${readyDetail(loaded.engine)} ${wished.problem}` });
    } else tell({ state: 'ready', detail: readyDetail(loaded.engine) });
    return loaded.engine;
  }

  return {
    get(advisories) {
      const key = JSON.stringify(advisories);
      if (held?.key !== key) held = { key, engine: loadAndTell(advisories) };
      return held.engine;
    },
  };
}

/** What a reader may rely on, and what not. */
function readyDetail({ data }: Engine): string {
  const { date } = data.names.info;
  return `Names of ${date}.`;
}
