import { inTurn, type UrgentRepo } from '../core/rules/urgency.ts';
import type { RepoName } from '../hub/repoAddress.ts';

/** An id that is being typed is none yet: it is looked up once it has stood still for so long. */
export const STANDS_STILL_MS = 1_000;

/** Links of a text that are looked up unasked; the rest when somebody hovers over them. Loads have no such limit. */
const LINKS_A_TEXT = 20;

export const repoKey = ({ id, kind }: RepoName): string => `${kind === 'unknown' ? 'model' : kind} ${id.toLowerCase()}`;

interface Standing {
  readonly repo: UrgentRepo;
  /** When it was first seen in this text; 0: it was there when the text was opened. */
  readonly since: number;
}

/** The repos that each open text names, and since when. */
export interface Wanted {
  /** What a text names now. What is new since the last time was typed just now. */
  readonly note: (unitUri: string, repos: readonly UrgentRepo[]) => void;
  readonly forget: (unitUri: string) => void;
  /** Every text that was noted. */
  readonly units: () => readonly string[];
  /** Those that may be asked for, the most urgent first; and when the next one will have stood still. */
  readonly ripe: (now: number) => { readonly repos: readonly RepoName[]; readonly next?: number };
  readonly isNamed: (key: string) => boolean;
  /** The texts that name one of these. */
  readonly namedIn: (keys: ReadonlySet<string>) => readonly string[];
}

export function followWanted(now: () => number): Wanted {
  const units = new Map<string, ReadonlyMap<string, Standing>>();

  return {
    note(unitUri, repos) {
      const before = units.get(unitUri);
      const named = new Map<string, Standing>();
      let links = 0;
      for (const repo of inTurn([repos])) {
        const key = repoKey(repo);
        if (named.has(key) || (repo.link && ++links > LINKS_A_TEXT)) continue;
        named.set(key, { repo, since: before ? (before.get(key)?.since ?? now()) : 0 });
      }
      units.set(unitUri, named);
    },
    units: () => [...units.keys()],
    forget: unitUri => void units.delete(unitUri),
    ripe(at) {
      const files: UrgentRepo[][] = [];
      let next: number | undefined;
      for (const named of units.values()) {
        const file: UrgentRepo[] = [];
        files.push(file);
        for (const { repo, since } of named.values()) {
          const due = since === 0 ? 0 : since + STANDS_STILL_MS;
          if (due > at) next = Math.min(next ?? due, due);
          else file.push(repo);
        }
      }
      const repos = [...new Map(inTurn(files).map(repo => [repoKey(repo), repo])).values()];
      return { repos, ...(next !== undefined && { next }) };
    },
    isNamed: key => [...units.values()].some(named => named.has(key)),
    namedIn: keys => [...units].flatMap(([uri, named]) => ([...named.keys()].some(key => keys.has(key)) ? [uri] : [])),
  };
}
