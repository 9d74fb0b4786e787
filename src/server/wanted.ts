import type { Reference } from '../core/references/reference.ts';
import type { RepoName } from '../hub/repoAddress.ts';

/** An id that is being typed is none yet: it is looked up once it has stood still for so long. */
const STANDS_STILL_MS = 1_000;

/** Links of a text that are looked up unasked; the rest when somebody hovers over them. Loads have no such limit. */
const LINKS_A_TEXT = 20;

export const repoKey = ({ id, kind }: RepoName): string => `${kind === 'unknown' ? 'model' : kind} ${id.toLowerCase()}`;

interface Standing {
  readonly repo: RepoName;
  readonly load: boolean;
  /** When it was first seen in this text; 0: it was there when the text was opened. */
  readonly since: number;
}

/** The repos that each open text names, and since when. */
export interface Wanted {
  /** What a text names now. What is new since the last time was typed just now. */
  readonly note: (unitUri: string, references: readonly Reference[]) => void;
  readonly forget: (unitUri: string) => void;
  /** Every text that was noted. */
  readonly units: () => readonly string[];
  /** Those that may be asked for, loads first; and when the next one will have stood still. */
  readonly ripe: (now: number) => { readonly repos: readonly RepoName[]; readonly next?: number };
  readonly isNamed: (key: string) => boolean;
  /** The texts that name one of these. */
  readonly namedIn: (keys: ReadonlySet<string>) => readonly string[];
}

export function followWanted(now: () => number): Wanted {
  const units = new Map<string, ReadonlyMap<string, Standing>>();

  return {
    note(unitUri, references) {
      const before = units.get(unitUri);
      const named = new Map<string, Standing>();
      let links = 0;
      for (const load of [true, false]) {
        for (const { id, kind, link } of references) {
          if (link === load) continue;
          const key = repoKey({ id, kind });
          if (named.has(key) || (!load && ++links > LINKS_A_TEXT)) continue;
          named.set(key, { repo: { id, kind }, load, since: before ? (before.get(key)?.since ?? now()) : 0 });
        }
      }
      units.set(unitUri, named);
    },
    units: () => [...units.keys()],
    forget: unitUri => void units.delete(unitUri),
    ripe(at) {
      const ripe = new Map<string, Standing>();
      let next: number | undefined;
      for (const named of units.values()) {
        for (const [key, standing] of named) {
          const due = standing.since === 0 ? 0 : standing.since + STANDS_STILL_MS;
          if (due > at) next = Math.min(next ?? due, due);
          else if (!ripe.get(key)?.load) ripe.set(key, standing);
        }
      }
      const all = [...ripe.values()];
      const repos = [...all.filter(({ load }) => load), ...all.filter(({ load }) => !load)].map(({ repo }) => repo);
      return { repos, ...(next !== undefined && { next }) };
    },
    isNamed: key => [...units.values()].some(named => named.has(key)),
    namedIn: keys => [...units].flatMap(([uri, named]) => ([...named.keys()].some(key => keys.has(key)) ? [uri] : [])),
  };
}
