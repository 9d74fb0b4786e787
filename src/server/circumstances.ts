import type { Engine } from '../core/engine.ts';
import type { Decide } from '../core/rules/decision.ts';
import { nothingAround, type Surroundings } from '../core/rules/rule.ts';
import type { EngineHolder } from './engineHolder.ts';
import type { Configuration } from './features/configuration.ts';
import { type Folders, isExcluded } from './folders.ts';
import { type Circumstances, isOnDisk, pathOf } from './judging.ts';
import type { World } from './world.ts';

export interface CircumstancesNeeds {
  readonly world: World;
  readonly configuration: Configuration;
  readonly folders: Folders;
  readonly holder: EngineHolder;
  readonly trusted: () => boolean;
  readonly facts: Circumstances['facts'];
  readonly decision: Decide;
  /** Until the policies are read. */
  readonly decided: () => Promise<void>;
}

export interface CircumstancesSource {
  /** What a judgement of this file depends on; `undefined` when the user wants none, or the engine has no data. */
  readonly of: (uri: string) => Promise<Circumstances | undefined>;
  readonly engine: () => Promise<Engine | undefined>;
  /** What lies around the documents of a workspace folder. */
  readonly surroundings: (folder: string, engine: Engine) => (documentPath: string) => Surroundings;
}

export function createCircumstances(needs: CircumstancesNeeds): CircumstancesSource {
  const { world, configuration, folders, holder, trusted, facts, decision } = needs;
  const known = new WeakMap<Engine, Map<string, (documentPath: string) => Surroundings>>();

  const engine = async (): Promise<Engine | undefined> => holder.get((await configuration.of()).advisories);

  function surroundings(folder: string, of: Engine): (documentPath: string) => Surroundings {
    const byFolder = known.get(of) ?? new Map();
    known.set(of, byFolder);
    const around = byFolder.get(folder) ?? world.surroundings(folder, of);
    byFolder.set(folder, around);
    return around;
  }

  return {
    engine,
    surroundings,
    async of(uri) {
      const [settings, loaded] = await Promise.all([configuration.of(uri), engine(), needs.decided()]);
      if (!settings.enable || !loaded) return undefined;
      const base = { engine: loaded, settings, trusted: trusted(), facts, decision };
      if (!isOnDisk(uri)) return { ...base, surroundings: nothingAround };
      const path = pathOf(uri);
      const folder = folders.around(path);
      if (isExcluded(path, folder, settings.exclude)) return undefined;
      const written = trusted() ? world.history?.known(path) : undefined;
      return { ...base, surroundings: surroundings(folder, loaded)(path), written };
    },
  };
}
