import { type ReplayRepo, replayRepo } from './replayRepo.ts';
import type { PublisherEntry, RepoEntry, RepoKind, Scenario } from './scenario.ts';

/** All that the played scenarios hold, to be looked up as the Hub does: without regard to case. */
export interface World {
  readonly now: number;
  readonly repo: (kind: RepoKind, id: string) => ReplayRepo | undefined;
  /** Where an old or differently written id leads. */
  readonly leadsTo: (kind: RepoKind, id: string) => string | undefined;
  readonly repos: (kind: RepoKind) => readonly ReplayRepo[];
  readonly publisher: (name: string) => PublisherEntry | undefined;
  readonly publishers: readonly PublisherEntry[];
}

/** Problems are thrown: a scenario that contradicts itself would test nothing. */
export function worldOf(scenarios: readonly Scenario[], now?: string): World {
  const entries = new Map<string, RepoEntry>();
  const publishers = new Map<string, PublisherEntry>();
  const moved = new Map<string, string>();
  const gone = new Set(scenarios.flatMap(each => each.goneOwners.map(name => name.toLowerCase())));
  for (const scenario of scenarios) {
    for (const publisher of scenario.publishers) publishers.set(publisher.name.toLowerCase(), publisher);
    for (const repo of scenario.repos) entries.set(keyOf(repo.kind, repo.id), repo);
    for (const { from, to, kind } of scenario.moved) moved.set(keyOf(kind as RepoKind, from), to);
  }
  for (const { id } of entries.values()) {
    const owner = id.split('/')[0]!.toLowerCase();
    if (!publishers.has(owner) && !gone.has(owner)) throw new Error(`No scenario tells who publishes ${id}.`);
  }
  const built = new Map<string, ReplayRepo>();
  const build = (key: string, entry: RepoEntry) => {
    const repo = built.get(key) ?? replayRepo(entry);
    built.set(key, repo);
    return repo;
  };
  return {
    now: now !== undefined ? Date.parse(now) : Math.max(...scenarios.map(each => Date.parse(each.now))),
    repo(kind, id) {
      const key = keyOf(kind, id);
      const entry = entries.get(key);
      return entry && build(key, entry);
    },
    leadsTo(kind, id) {
      const entry = entries.get(keyOf(kind, id));
      if (entry) return entry.id === id ? undefined : entry.id;
      return moved.get(keyOf(kind, id));
    },
    repos: kind => [...entries].flatMap(([key, entry]) => (entry.kind === kind ? [build(key, entry)] : [])),
    publisher: name => publishers.get(name.toLowerCase()),
    publishers: [...publishers.values()],
  };
}

const keyOf = (kind: RepoKind, id: string) => `${kind} ${id.toLowerCase()}`;
