import type { Asked, AskedRepo } from './asked.ts';
import { numberOf, objectIdOf } from './hashes.ts';
import { json, limitIn, noPage, page, type Reply, redirect, refusal } from './reply.ts';
import type { PublisherEntry } from './scenario.ts';
import type { World } from './world.ts';

const FOUNDED = '2020-01-01T00:00:00Z';
const avatarOf = (name: string) => `https://avatars.example/${encodeURIComponent(name)}.png`;
const idOf = ({ _id, created, name }: PublisherEntry) => _id ?? objectIdOf(created ?? FOUNDED, `publisher:${name}`);

/** `/api/users/{name}/…`: another case is redirected; an organisation is no user. */
export function users(asked: Asked): Reply {
  const [, , name = '', what = 'overview'] = asked.path;
  const user = asked.world.publisher(name);
  if (user?.type !== 'user') return refusal(404, 'This user does not exist');
  if (user.name !== name) return redirect(`/api/users/${user.name}/${what}${asked.url.search}`);
  if (what === 'overview') return json(userOverview(user, asked.world));
  return peopleOf(asked, user, what);
}

/** `/api/organizations/{name}/…`: case does not matter, and there is no redirect. */
export function organizations(asked: Asked): Reply {
  const [, , name = '', what = 'overview'] = asked.path;
  const organization = asked.world.publisher(name);
  if (organization?.type !== 'org') return noPage();
  if (what === 'overview') return json(organizationOverview(organization, asked.world));
  return peopleOf(asked, organization, what);
}

function countsOf(publisher: PublisherEntry, world: World) {
  const own = (kind: 'model' | 'dataset' | 'space' | 'kernel') =>
    world.repos(kind).filter(({ owner, entry }) => owner === publisher.name && !entry.private).length;
  return {
    numModels: publisher.models ?? own('model'),
    numDatasets: publisher.datasets ?? own('dataset'),
    numSpaces: publisher.spaces ?? own('space'),
    numKernels: own('kernel'),
    numBuckets: 0,
    numPapers: 0,
    numFollowers: publisher.followers ?? 0,
  };
}

const userOverview = (user: PublisherEntry, world: World) => ({
  _id: idOf(user),
  avatarUrl: avatarOf(user.name),
  isPro: user.pro ?? false,
  fullname: user.fullName ?? user.name,
  ...countsOf(user, world),
  numDiscussions: 0,
  numUpvotes: 0,
  numLikes: user.likes ?? 0,
  numFollowing: 0,
  numFollowingOrgs: 0,
  orgs: [],
  user: user.name,
  type: 'user',
  isFollowing: false,
  ...(user.details !== undefined && { details: user.details }),
  hardwareItems: [],
  createdAt: new Date(user.created ?? Number.parseInt(idOf(user).slice(0, 8), 16) * 1000).toISOString(),
});

/** Has no `createdAt`: the id tells. */
const organizationOverview = (organization: PublisherEntry, world: World) => ({
  _id: idOf(organization),
  avatarUrl: avatarOf(organization.name),
  fullname: organization.fullName ?? organization.name,
  name: organization.name,
  details: organization.details ?? '',
  isVerified: organization.verified ?? false,
  isFollowing: false,
  numUsers: organization.members ?? 1,
  ...countsOf(organization, world),
  ...(organization.plan && { plan: organization.plan }),
  ...(organization.trustedKernels && { trustedKernelPublisher: true }),
});

function peopleOf(asked: Asked, publisher: PublisherEntry, what: string): Reply {
  if (what === 'socials') return json({ _id: idOf(publisher), [publisher.type]: publisher.name, socialHandles: {} });
  const count = { followers: publisher.followers, members: publisher.members, likes: 0 }[what];
  if (count === undefined) return what === 'followers' || what === 'members' ? json([]) : noPage();
  return peoplePage(asked, namesBy({ 'ordinary name': count }, publisher.name));
}

/** `/likers` */
export function likers(asked: AskedRepo): Reply {
  const { entry, id } = asked.repo;
  return peoplePage(asked, namesBy(entry.likers ?? { 'ordinary name': entry.likes ?? 0 }, id));
}

function peoplePage(asked: Asked, names: readonly string[]): Reply {
  const { items, headers } = page(names, { url: asked.url, limit: limitIn(asked.url, 500, 1000) });
  const people = items.map(user => ({
    _id: objectIdOf(FOUNDED, user),
    user,
    fullname: user,
    avatarUrl: avatarOf(user),
  }));
  return json(people, headers);
}

const FIRST = ['amelia', 'bruno', 'carla', 'diego', 'elena', 'farid', 'greta', 'hugo', 'ines', 'jonas', 'kira', 'luca'];
const LAST = ['adler', 'brandt', 'costa', 'duval', 'ek', 'fischer', 'grant', 'hall', 'ito', 'jansen', 'khan', 'lopez'];
const ADJECTIVES = ['amber', 'brave', 'calm', 'deep', 'eager', 'fancy', 'green', 'happy', 'icy', 'jolly'];
const NOUNS = ['apple', 'bridge', 'cloud', 'desk', 'engine', 'forest', 'glass', 'hill', 'island', 'jacket'];
const LOOSE = ['ml', 'dev', 'ai', 'lab', 'x', 'nlp', 'zzz', '42', 'jp', 'de'];

/** Names by their shape: `first-last###` and `adjectivenoun####` are what a generator makes, else nobody's in particular. */
function namesBy(shapes: Readonly<Record<string, number>>, seed: string): string[] {
  return Object.entries(shapes).flatMap(([shape, count]) =>
    Array.from({ length: Math.min(count, 100_000) }, (_, at) => {
      const pick = (list: readonly string[], what: string) =>
        list[numberOf(`${seed} ${shape} ${at} ${what}`, list.length)]!;
      const digits = (length: number) => String(numberOf(`${seed} ${shape} ${at}`, 10 ** length)).padStart(length, '0');
      if (shape === 'first-last###') return `${pick(FIRST, 'first')}-${pick(LAST, 'last')}${digits(3)}`;
      if (shape === 'adjectivenoun####') return `${pick(ADJECTIVES, 'adjective')}${pick(NOUNS, 'noun')}${digits(4)}`;
      return `${pick(LAST, 'name')}${['', '-', '_'][at % 3]}${pick(LOOSE, 'tail')}${at}`;
    }),
  );
}

export function whoAmI(asked: Asked): Reply {
  if (asked.token === 'none') return refusal(401, 'Invalid username or password.');
  return json({
    type: 'user',
    id: objectIdOf(FOUNDED, 'replay'),
    name: 'replay-user',
    fullname: 'Replay User',
    orgs: [],
  });
}

/** `/api/quicksearch?q=` */
export function quickSearch({ url, world }: Asked): Reply {
  const words = (url.searchParams.get('q') ?? '').toLowerCase();
  const limit = limitIn(url, 10, 20);
  const models = world.repos('model').filter(({ id, entry }) => !entry.private && id.toLowerCase().includes(words));
  const named = world.publishers.filter(({ name }) => name.toLowerCase().includes(words));
  const orgs = named.filter(({ type }) => type === 'org');
  const people = named.filter(({ type }) => type === 'user');
  return json({
    models: models.slice(0, limit).map(({ id, objectId }) => ({ _id: objectId, id, trendingWeight: 0 })),
    modelsCount: models.length,
    orgs: orgs.slice(0, limit).map(each => ({
      _id: idOf(each),
      name: each.name,
      fullname: each.fullName ?? each.name,
      avatarUrl: avatarOf(each.name),
    })),
    orgsCount: orgs.length,
    users: people
      .slice(0, limit)
      .map(each => ({ _id: idOf(each), user: each.name, fullname: each.fullName ?? each.name })),
    usersCount: people.length,
    q: words,
  });
}
