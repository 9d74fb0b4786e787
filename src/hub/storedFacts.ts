import * as v from 'valibot';
import type { Facts, Looked } from '../core/facts/facts.ts';
import { isCommit, isPossibleName } from '../core/facts/repoName.ts';

/** What one file of the cache holds. A change of its form is a new version, and older files are no facts. */
export interface StoredEntry {
  readonly version: typeof FORM_VERSION;
  /** The address of the Hub, the kind and the lower-case id: what the file's name was made of. */
  readonly repo: string;
  readonly facts: Facts;
}

export const FORM_VERSION = 2;

const text = v.string();
const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.minValue(0));
const maybe = <S extends v.GenericSchema>(schema: S) => v.exactOptional(schema);

const Source = v.object({ host: text, asOf: time });

const looked = <S extends v.GenericSchema>(value: S) =>
  v.variant('state', [
    v.object({ state: v.literal('known'), value, source: Source, partial: maybe(text) }),
    v.object({ state: v.literal('missing'), wording: v.picklist(['missing', 'missing-or-private']), source: Source }),
    v.object({ state: v.literal('unknown'), why: text, source: maybe(Source) }),
  ]);

const Level = v.picklist(['unscanned', 'safe', 'queued', 'error', 'caution', 'suspicious', 'unsafe', 'unknown']);

const Repo = v.object({
  id: v.pipe(text, v.check(isPossibleName)),
  objectId: maybe(text),
  createdAt: maybe(time),
  lastModified: maybe(time),
  downloads: maybe(count),
  downloadsAllTime: maybe(count),
  likes: maybe(count),
  gated: maybe(v.boolean()),
  disabled: maybe(v.boolean()),
  sha: maybe(v.pipe(text, v.check(isCommit))),
  pipeline: maybe(text),
  library: maybe(text),
  license: maybe(text),
  tags: v.array(text),
  baseModels: v.array(text),
  baseRelation: maybe(text),
  datasets: v.array(text),
  siblings: maybe(v.array(text)),
  code: v.object({
    custom: v.boolean(),
    modules: v.array(v.object({ file: text, repo: maybe(text) })),
    kernels: maybe(v.array(text)),
    targets: maybe(v.array(text)),
  }),
  chatTemplate: maybe(text),
});

const Publisher = v.object({
  name: text,
  type: v.picklist(['user', 'organization']),
  fullName: maybe(text),
  createdAt: maybe(time),
  followers: maybe(count),
  models: maybe(count),
  datasets: maybe(count),
  spaces: maybe(count),
  members: maybe(count),
  verified: maybe(v.boolean()),
  pro: maybe(v.boolean()),
  plan: maybe(text),
});

const File = v.object({
  path: text,
  size: maybe(count),
  sha256: maybe(text),
  oid: maybe(text),
  changedAt: maybe(time),
  scan: maybe(
    v.object({
      level: Level,
      vendors: v.array(v.object({ vendor: text, level: Level, message: maybe(text) })),
      dangerousImports: v.array(text),
      suspiciousImports: maybe(v.array(text)),
    }),
  ),
});

const Entry = v.object({
  version: v.literal(FORM_VERSION),
  repo: text,
  facts: v.object({
    repo: looked(Repo),
    publisher: looked(Publisher),
    files: looked(v.array(File)),
    scan: looked(v.object({ done: v.boolean(), issues: v.array(v.object({ path: text, level: Level })) })),
    commits: looked(
      v.object({
        total: maybe(count),
        newest: v.array(v.object({ id: text, title: text, date: maybe(time) })),
      }),
    ),
    card: looked(text),
  }),
});

/** Reads what a file of the cache holds; nothing when it is not exactly of our form. */
export function readEntry(content: string): StoredEntry | undefined {
  try {
    const result = v.safeParse(Entry, JSON.parse(content));
    return result.success ? result.output : undefined;
  } catch {
    return undefined; // Half a file, or somebody else's.
  }
}

/** What goes to the disk: a person's full name does not, nor what is only unknown for the moment. */
export function storable(facts: Facts): Facts {
  const { publisher } = facts;
  if (publisher.state !== 'known' || publisher.value.type !== 'user') return mapped(facts);
  const { fullName: _, ...rest } = publisher.value;
  return mapped({ ...facts, publisher: { ...publisher, value: rest } });
}

const mapped = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, looked]) => [name, withoutNote(looked)])) as unknown as Facts;

/** That it could not be renewed was true when it was said, not when it is read. */
function withoutNote(looked: Looked<unknown>): Looked<unknown> {
  if (looked.state !== 'known') return looked;
  const { notRenewed: _, ...rest } = looked;
  return rest;
}
