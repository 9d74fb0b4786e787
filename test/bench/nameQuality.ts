import { INFORM_SCORE, type Lookalike, type NameIndex, WARN_SCORE } from '../../src/core/names/nameIndex.ts';
import type { NameSeed } from '../../src/core/names/packNameIndex.ts';
import { nameSlips, publisherSquats, type SeedPublisher, type Squat, seededRandom, versionBumps } from './squats.ts';

export interface Recall {
  readonly kind: string;
  readonly asked: number;
  readonly warned: number;
  readonly informed: number;
  /** Of the informed, how many name the imitated publisher or repo. */
  readonly right: number;
  readonly missed: readonly string[];
}

/** Publishers of the seed, the most downloaded first, with the names of their repos. */
export function seedPublishers(seed: NameSeed): SeedPublisher[] {
  const byName = new Map<string, { name: string; repos: string[]; downloads: number }>();
  for (const { id, downloads } of seed.repos) {
    const slash = id.indexOf('/');
    const key = id.slice(0, slash).toLowerCase();
    const publisher = byName.get(key) ?? { name: id.slice(0, slash), repos: [], downloads: 0 };
    publisher.repos.push(id.slice(slash + 1));
    publisher.downloads += downloads ?? 0;
    byName.set(key, publisher);
  }
  return [...byName.values()].sort((a, b) => b.downloads - a.downloads);
}

export interface Benchmark {
  readonly copied: readonly Squat[];
  readonly fresh: readonly Squat[];
  readonly slips: readonly Squat[];
  readonly bumps: readonly string[];
}

/** The publishers imitated are the most downloaded ones. */
export function generateBenchmark(
  seed: NameSeed,
  index: NameIndex,
  { randomSeed = 1, imitated = 600 } = {},
): Benchmark {
  const random = seededRandom(randomSeed);
  const publishers = seedPublishers(seed).slice(0, imitated);
  const isKnown = (publisher: string) => index.judge(`${publisher}/x`).publisherListed;
  const isListed = (id: string) => index.judge(id).listed;
  return {
    ...publisherSquats(publishers, isKnown, random),
    slips: nameSlips(publishers, isListed, random),
    bumps: versionBumps([...publishers, ...publishers], isListed, random),
  };
}

export function recallByKind(index: NameIndex, squats: readonly Squat[], of: Lookalike['kind']): Recall[] {
  const kinds = [...new Set(squats.map(squat => squat.kind))];
  return [
    ...kinds.map(kind =>
      recall(
        index,
        kind,
        squats.filter(squat => squat.kind === kind),
        of,
      ),
    ),
    recall(index, 'all', squats, of),
  ];
}

function recall(index: NameIndex, kind: string, squats: readonly Squat[], of: Lookalike['kind']): Recall {
  let warned = 0;
  let informed = 0;
  let right = 0;
  const missed: string[] = [];
  for (const squat of squats) {
    const found = index.judge(squat.id).lookalikes.find(lookalike => lookalike.kind === of);
    if (found && found.score >= WARN_SCORE) warned++;
    if (found && found.score >= INFORM_SCORE) informed++;
    if (found && `${found.target}/`.toLowerCase().startsWith(`${squat.meant}/`.toLowerCase())) right++;
    if (!found || (of === 'publisher' && found.score < WARN_SCORE))
      missed.push(`${squat.id} (${squat.meant}) ${found?.score ?? '-'}`);
  }
  return { kind, asked: squats.length, warned, informed, right, missed };
}

export interface Flag {
  readonly id: string;
  readonly tier: 'warning' | 'information';
  readonly publisherListed: boolean;
  readonly lookalike: Lookalike;
}

/** What honest ids are told: the lookalike-* rules, and how many have the name of another's repo. */
export function falseAlarms(
  index: NameIndex,
  ids: readonly string[],
): { flags: Flag[]; sameName: number; asked: number } {
  const flags: Flag[] = [];
  let sameName = 0;
  for (const id of ids) {
    const { lookalikes, publisherListed } = index.judge(id);
    for (const lookalike of lookalikes) {
      if (lookalike.kind === 'same-name') sameName++;
      if (lookalike.kind !== 'publisher' && lookalike.kind !== 'name') continue;
      const tier = lookalike.kind === 'publisher' && lookalike.score >= WARN_SCORE ? 'warning' : 'information';
      flags.push({ id, tier, publisherListed, lookalike });
    }
  }
  return { flags, sameName, asked: ids.length };
}
