import { existsSync, readFileSync } from 'node:fs';
import { type Facts, type Looked, nothingKnown } from '../../../src/core/facts/facts.ts';
import type { RepoFacts } from '../../../src/core/facts/repoFacts.ts';
import type { Reference, RepoKind } from '../../../src/core/references/reference.ts';

const FOLDER: Readonly<Record<RepoKind, string>> = {
  model: 'models',
  unknown: 'models',
  dataset: 'datasets',
  space: 'spaces',
  kernel: 'kernels',
};

/** What a fact is where the file tells of its repo, but not of it. */
const UNTOLD = 'not in facts.json';
const WHOLE: Omit<RepoFacts, 'id'> = { tags: [], baseModels: [], datasets: [], code: { custom: false, modules: [] } };

type Told = Partial<Record<keyof Facts, unknown>>;

/**
 * Reads a case's `facts.json`: `{"asOf": ISO, "host": …, "models/ID": {"repo": {…}, "publisher": {…}, "files": […], "card": "…"}}`,
 * each member in the shape of `core/facts`, times as ISO texts. What is there is known, `"missing"` and `"missing-or-private"`
 * are such answers, everything else is unknown.
 */
export function factsIn(path: string): (repo: Pick<Reference, 'id' | 'kind'>) => Facts {
  if (!existsSync(path)) return () => nothingKnown('there is no facts.json');
  const { asOf, host = 'huggingface.co', ...repos } = JSON.parse(readFileSync(path, 'utf8'), times);
  const source = { host: host as string, asOf: asOf as number };
  const look = (told: unknown): Looked<never> => {
    if (told === undefined) return { state: 'unknown', why: UNTOLD };
    if (told === 'missing' || told === 'missing-or-private') return { state: 'missing', wording: told, source };
    return { state: 'known', value: told as never, source };
  };
  return ({ id, kind }) => {
    const told = repos[`${FOLDER[kind]}/${id}`] as Told | undefined;
    if (!told) return nothingKnown(UNTOLD);
    const repo = typeof told.repo === 'object' ? { id, ...WHOLE, ...told.repo } : told.repo;
    const publisher =
      typeof told.publisher === 'object' ? { name: id.split('/')[0], type: 'user', ...told.publisher } : told.publisher;
    return {
      repo: look(repo),
      publisher: look(publisher),
      files: look(told.files),
      scan: look(told.scan),
      commits: look(told.commits),
      card: look(told.card),
    };
  };
}

const TIMES: ReadonlySet<string> = new Set(['asOf', 'createdAt', 'lastModified', 'date']);

const times = (key: string, value: unknown): unknown =>
  TIMES.has(key) && typeof value === 'string' ? Date.parse(value) : value;
