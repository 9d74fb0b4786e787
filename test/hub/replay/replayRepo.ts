import { fileOf, type ReplayFile } from './files.ts';
import { objectIdOf, sha1 } from './hashes.ts';
import type { CommitEntry, RepoEntry } from './scenario.ts';

export interface ReplayCommit {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly date: string;
}

/** A repo at one of its commits. */
export interface Version {
  readonly commit: ReplayCommit;
  /** The last commit that touched a file. */
  readonly touched: (path: string) => ReplayCommit;
  readonly files: readonly ReplayFile[];
}

export interface ReplayRepo {
  readonly entry: RepoEntry;
  readonly id: string;
  readonly owner: string;
  readonly objectId: string;
  readonly created: string;
  /** Newest first. */
  readonly versions: readonly Version[];
  /** A branch, a tag, `refs/pr/1`, a commit or the beginning of one, seven digits at least. */
  readonly at: (revision: string) => Version | undefined;
  readonly refs: { readonly branches: Refs; readonly tags: Refs; readonly pullRequests: Refs };
}

type Refs = readonly { readonly name: string; readonly ref: string; readonly targetCommit: string }[];

/** Repos older than the Hub's memory all show this. */
const FLOOR = '2022-03-02T23:29:04.000Z';

export function replayRepo(entry: RepoEntry): ReplayRepo {
  const created = withMilliseconds(entry.created ?? FLOOR);
  const versions = versionsOf(entry, created);
  const ids = versions.map(({ commit }) => commit.id);
  const refsOf = (named: Readonly<Record<string, number>>, folder: string): Refs =>
    Object.entries(named).map(([name, back]) => ({
      name: folder === 'refs/pr/' ? `${folder}${name}` : name,
      ref: `${folder}${name}`,
      targetCommit: ids[Math.min(back, ids.length - 1)]!,
    }));
  const refs = {
    branches: refsOf({ main: 0, ...entry.branches }, 'refs/heads/'),
    tags: refsOf(entry.gitTags ?? {}, 'refs/tags/'),
    pullRequests: refsOf(entry.pullRequests ?? {}, 'refs/pr/'),
  };
  const named = [...refs.branches, ...refs.tags, ...refs.pullRequests];
  return {
    entry,
    id: entry.id,
    owner: entry.id.split('/')[0]!,
    objectId: entry._id ?? objectIdOf(created, `${entry.kind}:${entry.id}`),
    created,
    versions,
    at(revision) {
      const commit =
        revision === 'HEAD'
          ? ids[0]
          : (named.find(each => each.name === revision || each.ref === revision)?.targetCommit ??
            (/^[0-9a-f]{7,40}$/.test(revision) ? ids.find(each => each.startsWith(revision)) : undefined));
      return versions.find(version => version.commit.id === commit);
    },
    refs,
  };
}

export const withMilliseconds = (date: string): string => new Date(date).toISOString();

function versionsOf(entry: RepoEntry, created: string): readonly Version[] {
  const lastModified = withMilliseconds(entry.lastModified ?? created);
  const owner = entry.id.split('/')[0]!;
  const told: readonly CommitEntry[] = entry.commits ?? [
    { title: 'initial commit', date: created },
    { title: 'Upload files', date: lastModified },
  ];
  const oldestFirst: { commit: ReplayCommit; files: readonly ReplayFile[] }[] = told.map(
    ({ id, title, author = owner, date, files: other = {} }, at) => {
      const newest = at === told.length - 1;
      const when = withMilliseconds(date ?? (newest ? lastModified : created));
      const files = Object.entries({ ...entry.files, ...other })
        .flatMap(([path, file]) => (file === null || file === undefined ? [] : [fileOf(entry.id, path, file)]))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
      const seal = `${entry.kind} ${entry.id} ${at} ${title} ${when} ${files.map(file => `${file.path} ${file.oid}`)}`;
      return { commit: { id: id ?? (newest ? entry.sha : undefined) ?? sha1(seal), title, author, date: when }, files };
    },
  );
  return oldestFirst
    .map(({ commit, files }, at) => ({
      commit,
      files,
      // Of a repo that tells no commits, the newest brought everything, as an upload does.
      touched: (path: string) => (entry.commits ? lastTouch(oldestFirst.slice(0, at + 1), path) : commit),
    }))
    .reverse();
}

function lastTouch(
  oldestFirst: readonly { commit: ReplayCommit; files: readonly ReplayFile[] }[],
  path: string,
): ReplayCommit {
  const oidAt = (at: number) => oldestFirst[at]?.files.find(file => file.path === path)?.oid;
  let at = oldestFirst.length - 1;
  while (at > 0 && oidAt(at - 1) === oidAt(at)) at--;
  return oldestFirst[at]!.commit;
}
