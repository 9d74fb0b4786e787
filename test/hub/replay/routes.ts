import { type Asked, type AskedRepo, KINDS } from './asked.ts';
import { encoded, largeFile, raw, resolve, resolveCache } from './content.ts';
import { commits, refs } from './history.ts';
import { info } from './info.ts';
import { listing, trending } from './listing.ts';
import { likers, organizations, quickSearch, users, whoAmI } from './people.ts';
import { hidden, json, noPage, type Reply, redirect, refusal } from './reply.ts';
import { repoScan } from './scans.ts';
import type { RepoKind } from './scenario.ts';
import { pathsInfo, tree, treeSize } from './tree.ts';

/** What can be asked; a face says which of these a mirror knows. */
export type Resource =
  | 'info'
  | 'list'
  | 'tree'
  | 'paths-info'
  | 'scan'
  | 'commits'
  | 'refs'
  | 'likers'
  | 'treesize'
  | 'discussions'
  | 'auth-check'
  | 'users'
  | 'organizations'
  | 'whoami'
  | 'quicksearch'
  | 'trending'
  | 'resolve'
  | 'resolve-cache'
  | 'raw'
  | 'page';

/** Who has not been admitted to a gated repo may not have these. */
const BEHIND_THE_GATE: ReadonlySet<Resource> = new Set(['commits', 'resolve', 'resolve-cache', 'raw', 'auth-check']);
/** What is not served of a repo that was taken down. */
const TAKEN_DOWN: ReadonlySet<Resource> = new Set(['tree', 'paths-info', 'commits', 'resolve', 'resolve-cache', 'raw']);

export interface RouteOptions {
  /** How many files of a tree come at once with all that is known of them. */
  readonly treePage: number;
  /** Files come from here, without a redirect. */
  readonly direct: boolean;
}

interface Route {
  readonly resource: Resource;
  readonly reply: () => Reply;
}

/** What is asked, and how it would be answered. */
export function routeOf(asked: Asked, options: RouteOptions): Route {
  const [first = '', second = ''] = asked.path;
  if (first === 'api') {
    if (second === 'whoami-v2') return { resource: 'whoami', reply: () => whoAmI(asked) };
    if (second === 'quicksearch') return { resource: 'quicksearch', reply: () => quickSearch(asked) };
    if (second === 'trending') return { resource: 'trending', reply: () => trending(asked) };
    if (second === 'users') return { resource: 'users', reply: () => users(asked) };
    if (second === 'organizations') return { resource: 'organizations', reply: () => organizations(asked) };
    if (second === 'resolve-cache') {
      const kind = KINDS[asked.path[2] ?? ''] ?? 'model';
      return ofRepo(asked, kind, 3, options, 'resolve-cache');
    }
    const kind = KINDS[second];
    if (!kind) return { resource: 'page', reply: noPage };
    if (asked.path.length === 2) return { resource: 'list', reply: () => listing(asked, kind) };
    return ofRepo(asked, kind, 2, options);
  }
  const kind = KINDS[first];
  return ofRepo(asked, kind ?? 'model', kind ? 1 : 0, options);
}

const SUBS: Readonly<Record<string, Resource>> = {
  revision: 'info',
  tree: 'tree',
  'paths-info': 'paths-info',
  scan: 'scan',
  commits: 'commits',
  refs: 'refs',
  likers: 'likers',
  treesize: 'treesize',
  discussions: 'discussions',
  'auth-check': 'auth-check',
  resolve: 'resolve',
  raw: 'raw',
};

function ofRepo(asked: Asked, kind: RepoKind, at: number, options: RouteOptions, within?: Resource): Route {
  const { path, world } = asked;
  const inApi = path[0] === 'api';
  // An old id has one segment: `gpt2/tree/main`. It can only be one that leads somewhere.
  const legacy =
    (path[at + 1] === undefined || path[at + 1]! in SUBS) && world.leadsTo(kind, path[at] ?? '') !== undefined;
  const end = legacy || path[at + 1] === undefined ? at + 1 : at + 2;
  const id = path.slice(at, end).join('/');
  const rest = within ? ['', ...path.slice(end)] : path.slice(end);
  const resource = within ?? (rest.length === 0 ? (inApi ? 'info' : 'page') : SUBS[rest[0]!]);
  if (resource === undefined || (!inApi && resource === 'page' && rest.length > 0))
    return { resource: 'page', reply: noPage };
  return {
    resource,
    reply() {
      const target = world.leadsTo(kind, id);
      if (target !== undefined) {
        const place = [
          ...path.slice(0, at).map(encodeURIComponent),
          encoded(target),
          ...path.slice(end).map(encodeURIComponent),
        ];
        return redirect(`/${place.join('/')}${asked.url.search}`);
      }
      const repo = world.repo(kind, id);
      if (!repo || (repo.entry.private && asked.token !== 'granted')) return hidden(asked.token !== 'none');
      return guarded({ ...asked, repo, kind, rest }, resource, options);
    },
  };
}

function guarded(asked: AskedRepo, resource: Resource, options: RouteOptions): Reply {
  const { id, entry } = asked.repo;
  if (entry.gated && asked.token !== 'granted' && BEHIND_THE_GATE.has(resource)) {
    const words = `Access to ${asked.kind} ${id} is restricted.`;
    return asked.token === 'none'
      ? refusal(
          401,
          `${words} You must have access to it and be authenticated to access it. Please log in.`,
          'GatedRepo',
        )
      : refusal(403, `${words} You are not in the authorized list.`, 'GatedRepo');
  }
  if (entry.disabled && TAKEN_DOWN.has(resource)) return refusal(403, 'Access to this resource is disabled.');
  switch (resource) {
    case 'info':
      return info(asked);
    case 'tree':
      return tree(asked, options.treePage);
    case 'paths-info':
      return pathsInfo(asked);
    case 'treesize':
      return treeSize(asked);
    case 'scan':
      return json(repoScan(asked.repo));
    case 'commits':
      return commits(asked);
    case 'refs':
      return refs(asked);
    case 'likers':
      return likers(asked);
    case 'discussions':
      return json({ discussions: [], count: 0, start: 0, numClosedDiscussions: 0 });
    case 'auth-check':
      return json({});
    case 'resolve':
      return resolve(asked, options.direct);
    case 'resolve-cache':
      return resolveCache(asked);
    case 'raw':
      return raw(asked);
    default:
      return {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>Replay</title>',
      };
  }
}

/** The other origin: it serves large files, and whatever else somebody was lured to ask there. */
export function foreignReply(asked: Asked): Reply {
  const [place, segment = '', owner, name, sha = '', ...path] = asked.path;
  const kind = KINDS[segment];
  const repo = place === 'xet-bridge' && kind ? asked.world.repo(kind, `${owner}/${name}`) : undefined;
  if (repo && kind) return largeFile({ ...asked, repo, kind, rest: ['', sha, ...path] });
  return json({
    _id: '0'.repeat(24),
    id: 'foreign/answer',
    likes: 1_000_000,
    downloads: 1_000_000,
    tags: [],
    lured: true,
  });
}
