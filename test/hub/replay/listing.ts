import type { Asked } from './asked.ts';
import { toldBy } from './card.ts';
import { expandIn, listedInfo } from './info.ts';
import type { ReplayRepo } from './replayRepo.ts';
import { json, limitIn, page, type Reply, refusal } from './reply.ts';
import type { RepoKind } from './scenario.ts';

type Order = (repo: ReplayRepo) => number | string;

const ORDERS: Readonly<Record<string, Order>> = {
  createdAt: repo => repo.created,
  lastModified: repo => repo.versions[0]!.commit.date,
  downloads: ({ entry }) => entry.downloads ?? 0,
  likes: ({ entry }) => entry.likes ?? 0,
  likes30d: ({ entry }) => entry.likes ?? 0,
  trendingScore: ({ entry }) => entry.trending ?? 0,
  num_parameters: ({ entry }) => entry.parameters ?? 0,
  id: ({ id }) => id,
};

/** `/api/models`: by author, part of the name and tags; with `Link` to the next page. */
export function listing(asked: Asked, kind: RepoKind): Reply {
  const { url, world } = asked;
  const { searchParams: query } = url;
  const expand = expandIn(url, kind);
  if ('status' in expand) return expand;
  const sort = query.get('sort') ?? 'trendingScore';
  const order = ORDERS[sort];
  if (!order) return refusal(400, `Invalid option: expected one of ${Object.keys(ORDERS).join('|')}\n  → at sort`);
  const search = query.get('search')?.toLowerCase();
  const author = query.get('author')?.toLowerCase();
  const tags = query.getAll('filter').flatMap(each => each.split(','));
  const found = world.repos(kind).filter(repo => {
    if (repo.entry.private && asked.token !== 'granted') return false;
    if (author !== undefined && repo.owner.toLowerCase() !== author) return false;
    if (search !== undefined && !repo.id.toLowerCase().includes(search)) return false;
    const own = tags.length > 0 ? toldBy(repo, repo.versions[0]!.files).tags : [];
    return tags.every(tag => own.includes(tag));
  });
  const up = query.get('direction') !== '-1' && sort === 'id' ? -1 : 1;
  found.sort((a, b) => {
    const [x, y] = [order(a), order(b)];
    return x === y ? (a.id < b.id ? -1 : 1) : (x < y ? 1 : -1) * up;
  });
  const { items, headers } = page(found, { url, limit: limitIn(url, 1000, 1000) });
  return json(
    items.map(repo => listedInfo(repo, world, expand.names)),
    headers,
  );
}

/** `/api/trending?type=model` */
export function trending({ url, world }: Asked): Reply {
  const limit = limitIn(url, 10, 20);
  const most = world
    .repos('model')
    .filter(({ entry }) => !entry.private && entry.trending !== undefined)
    .sort((a, b) => b.entry.trending! - a.entry.trending!);
  const recentlyTrending = most.slice(0, limit).map(({ id, owner, entry, versions }) => {
    const publisher = world.publisher(owner);
    return {
      repoData: {
        author: owner,
        ...(publisher && {
          authorData: { name: owner, type: publisher.type, isHf: false, followerCount: publisher.followers ?? 0 },
        }),
        id,
        downloads: entry.downloads ?? 0,
        likes: entry.likes ?? 0,
        gated: entry.gated ?? false,
        lastModified: versions[0]!.commit.date,
        pipeline_tag: entry.pipeline,
        numParameters: entry.parameters,
        private: false,
        repoType: 'model',
      },
      repoType: 'model',
    };
  });
  return json({ recentlyTrending });
}
