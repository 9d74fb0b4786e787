import type { Facts, Known, Looked } from '../facts/facts.ts';
import type { FileFacts, ScanLevel } from '../facts/fileFacts.ts';
import type { PublisherFacts } from '../facts/publisherFacts.ts';
import type { RepoFacts } from '../facts/repoFacts.ts';

/** The facts of a repo as reports print them: what is not known is not there. Times are written as in ISO 8601. */
export interface ToldFacts {
  /** The host that told. */
  readonly source: string;
  /** When it told of the repo itself. */
  readonly asOf: string;
  /** An anonymous question cannot tell a missing repo from a private one. */
  readonly state: 'known' | 'missing' | 'missing-or-private';
  /** As the Hub writes it: another than was asked for where the repo was renamed or moved. */
  readonly id?: string;
  readonly createdAt?: string;
  readonly lastModified?: string;
  readonly downloads?: number;
  readonly downloadsAllTime?: number;
  readonly likes?: number;
  readonly gated?: boolean;
  readonly disabled?: boolean;
  readonly commit?: string;
  readonly license?: string;
  readonly library?: string;
  readonly pipeline?: string;
  readonly baseModels?: readonly string[];
  readonly customCode?: boolean;
  readonly publisher?: ToldPublisher;
  readonly files?: { readonly count: number; readonly flagged: readonly ToldIssue[]; readonly asOf: string };
  readonly scan?: { readonly done: boolean; readonly issues: readonly ToldIssue[]; readonly asOf: string };
  readonly commits?: { readonly total?: number; readonly newest: readonly string[]; readonly asOf: string };
}

export interface ToldIssue {
  readonly path: string;
  readonly level: ScanLevel;
}

export interface ToldPublisher extends Omit<PublisherFacts, 'createdAt' | 'fullName'> {
  readonly createdAt?: string;
  readonly asOf: string;
}

export function toldFacts(facts: Facts): ToldFacts | null {
  const { repo } = facts;
  if (repo.state === 'unknown') return null;
  const head = { source: repo.source.host, asOf: timeOf(repo.source.asOf) };
  if (repo.state === 'missing') return { ...head, state: repo.wording };
  const publisher = known(facts.publisher);
  const files = known(facts.files);
  const scan = known(facts.scan);
  const commits = known(facts.commits);
  return {
    ...head,
    state: 'known',
    ...toldRepo(repo.value),
    ...(publisher && { publisher: toldPublisher(publisher) }),
    ...(files && {
      files: { count: files.value.length, flagged: files.value.flatMap(flagged), asOf: timeOf(files.source.asOf) },
    }),
    ...(scan && { scan: { ...scan.value, asOf: timeOf(scan.source.asOf) } }),
    ...(commits && {
      commits: {
        ...(commits.value.total !== undefined && { total: commits.value.total }),
        newest: commits.value.newest.map(({ id }) => id),
        asOf: timeOf(commits.source.asOf),
      },
    }),
  };
}

function toldRepo(repo: RepoFacts): Partial<ToldFacts> {
  const { id, createdAt, lastModified, sha, baseModels, code } = repo;
  const { downloads, downloadsAllTime, likes, gated, disabled, license, library, pipeline } = repo;
  return present({
    id,
    createdAt: createdAt === undefined ? undefined : timeOf(createdAt),
    lastModified: lastModified === undefined ? undefined : timeOf(lastModified),
    ...{ downloads, downloadsAllTime, likes, gated, disabled, license, library, pipeline },
    commit: sha,
    baseModels,
    customCode: code.custom,
  });
}

function toldPublisher({ value, source }: Known<PublisherFacts>): ToldPublisher {
  const { createdAt, fullName: _, ...rest } = value;
  return {
    ...rest,
    ...(createdAt !== undefined && { createdAt: timeOf(createdAt) }),
    asOf: timeOf(source.asOf),
  };
}

const HARMLESS: ReadonlySet<ScanLevel> = new Set(['safe', 'unscanned', 'queued']);

/** A scanner has something to say about the file. Not scanned is not flagged. */
export const isFlagged = ({ scan }: FileFacts): boolean => scan !== undefined && !HARMLESS.has(scan.level);

const flagged = (file: FileFacts): readonly ToldIssue[] =>
  isFlagged(file) ? [{ path: file.path, level: file.scan!.level }] : [];

/** What each fact is called where it was not checked. */
const NAMES: Readonly<Record<keyof Facts, string>> = {
  repo: 'repo and its numbers',
  publisher: 'publisher',
  files: 'files',
  scan: "the Hub's scan",
  commits: 'commits',
  card: 'model card',
};

/** What is not known of a repo, or known of old only, and why. Of a repo that is not there, nothing else is missed. */
export function notChecked(facts: Facts): readonly { readonly what: string; readonly why: string }[] {
  if (facts.repo.state === 'missing') return [];
  const { repo } = facts;
  // Where nobody was asked at all, six times the same would be said: three words name what a reader misses.
  if (repo.state === 'unknown' && Object.values(facts).every(each => each.state === 'unknown' && each.why === repo.why))
    return ['publisher', 'current numbers', 'files'].map(what => ({ what, why: repo.why }));
  return (Object.keys(NAMES) as (keyof Facts)[]).flatMap(name => {
    const looked: Looked<unknown> = facts[name];
    if (looked.state === 'unknown') return [{ what: NAMES[name], why: looked.why }];
    if (name === 'scan' && facts.scan.state === 'known' && !facts.scan.value.done)
      return [{ what: NAMES.scan, why: 'its scanners have not finished' }];
    if (looked.state === 'missing') return [];
    if (looked.partial !== undefined) return [{ what: `${NAMES[name]} beyond those listed`, why: looked.partial }];
    if (looked.notRenewed === undefined) return [];
    const day = timeOf(looked.source.asOf).slice(0, 'YYYY-MM-DD'.length);
    return [{ what: `${NAMES[name]} since ${day}`, why: looked.notRenewed }];
  });
}

const known = <T>(looked: Looked<T>): Known<T> | undefined => (looked.state === 'known' ? looked : undefined);

/** The Hub's numbers are a stranger's: a time that no calendar holds is not one. */
const timeOf = (ms: number): string => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : '');

const present = (members: { [K in keyof ToldFacts]?: ToldFacts[K] | undefined }): Partial<ToldFacts> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
