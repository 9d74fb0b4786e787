import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Facts, type Looked, nothingKnown, unknown } from '../../../src/core/facts/facts.ts';
import type { FileFacts, ScanFacts } from '../../../src/core/facts/fileFacts.ts';
import type { PublisherFacts } from '../../../src/core/facts/publisherFacts.ts';
import type { RepoFacts } from '../../../src/core/facts/repoFacts.ts';
import type { Reference } from '../../../src/core/references/reference.ts';

type Dated<T> = { [K in keyof T]?: T[K] | string };

/** What the Hub knows of one repo, as `facts.json` of a case tells it. What is left out is not known; dates are ISO. */
interface Told {
  readonly repo?: Dated<RepoFacts> | 'missing' | 'missing-or-private';
  readonly publisher?: Dated<PublisherFacts>;
  readonly files?: readonly FileFacts[];
  readonly scan?: ScanFacts;
  readonly card?: string;
}

interface FactsFile {
  /** By key: `models/ORG/NAME`. */
  readonly [key: `${string}/${string}`]: Told;
  readonly asOf: string;
  readonly host: string;
  /** When every line of the case was written. */
  readonly lineWrittenAt?: string;
}

export interface CaseFacts {
  readonly facts: (repo: Pick<Reference, 'id' | 'kind'>) => Facts;
  readonly lineWrittenAt?: () => number;
}

/** The facts of a case, where its folder has some. A repo that they do not name was not looked up. */
export function readFacts(folder: string): CaseFacts | undefined {
  const path = join(folder, 'facts.json');
  if (!existsSync(path)) return undefined;
  const file = JSON.parse(readFileSync(path, 'utf8')) as FactsFile;
  const source = { host: file.host, asOf: Date.parse(file.asOf) };
  const known = <T>(value: unknown): Looked<T> =>
    value === undefined ? unknown('not told') : { state: 'known', value: withTimes(value) as T, source };
  const kept = new Map<string, Facts>();
  const written = file.lineWrittenAt === undefined ? undefined : Date.parse(file.lineWrittenAt);
  return {
    facts({ id, kind }) {
      const key = `${kind === 'unknown' ? 'model' : kind}s/${id}` as const;
      const before = kept.get(key);
      if (before) return before;
      const told = file[key];
      const facts: Facts = !told
        ? nothingKnown('not told')
        : {
            repo:
              typeof told.repo === 'string'
                ? { state: 'missing', wording: told.repo, source }
                : known(told.repo && { id, tags: [], baseModels: [], datasets: [], code: NO_CODE, ...told.repo }),
            publisher: known(told.publisher && { name: id.split('/')[0], type: 'user', ...told.publisher }),
            files: known(told.files),
            scan: known(told.scan),
            commits: unknown('not told'),
            card: known(told.card),
          };
      kept.set(key, facts);
      return facts;
    },
    ...(written !== undefined && { lineWrittenAt: () => written }),
  };
}

const NO_CODE = { custom: false, modules: [] };

/** Dates are written as people read them. */
function withTimes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      (key === 'createdAt' || key === 'lastModified') && typeof each === 'string' ? Date.parse(each) : each,
    ]),
  );
}
