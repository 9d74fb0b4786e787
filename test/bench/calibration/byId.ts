import { readFileSync } from 'node:fs';
import type { RepoKind } from '../../../src/core/references/reference.ts';
import type { Verdict } from '../../../src/core/trust/assessment.ts';
import { manyHonest } from '../../hub/replay/manyHonest.ts';
import { shippedEngine } from '../../support/engine.ts';

/** Ids alone, of repos whose facts nobody has any more: what is known of them is in the advisories. */
export interface IdGroup {
  readonly name: string;
  readonly ids: number;
  readonly verdicts: {
    readonly listOpen: ReadonlyMap<Verdict, number>;
    readonly listClosed: ReadonlyMap<Verdict, number>;
  };
}

interface Record {
  readonly affected: readonly { readonly package: { readonly name: string } }[];
  readonly database_specific: { readonly class: string; readonly kind: RepoKind };
}

const data = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const closed = new Map([['known-malicious', 'off' as const]]);

/** Judges incidents, demonstrations, popular ids and those of honest code by name, with the list and without. */
export function idGroups(): IdGroup[] {
  const groups = new Map<string, Map<string, RepoKind>>();
  const add = (name: string, id: string, kind: RepoKind = 'model') => {
    const group = groups.get(name) ?? new Map<string, RepoKind>();
    groups.set(name, group.set(id, kind));
  };
  const listed = new Set<string>();
  for (const file of ['incidents', 'demonstrations'])
    for (const record of JSON.parse(data(`src/data/advisories/${file}.json`)) as Record[])
      for (const { package: named } of record.affected) {
        const { class: of, kind } = record.database_specific;
        add(of === 'demonstration' ? 'demonstrations of researchers' : `incidents: ${of}`, named.name, kind);
        listed.add(named.name.toLowerCase());
      }
  for (const { id } of manyHonest(300).repos ?? []) add('popular and ordinary ids of the name index', id);
  for (const line of data('test/labelled/labels.jsonl').trim().split('\n')) {
    const { id } = JSON.parse(line) as { id: string };
    if (!listed.has(id.toLowerCase())) add('ids that the labelled files of code name', id, 'unknown');
  }
  return [...groups].map(([name, ids]) => ({
    name,
    ids: ids.size,
    verdicts: { listOpen: verdictsOf(ids, undefined), listClosed: verdictsOf(ids, closed) },
  }));
}

function verdictsOf(ids: ReadonlyMap<string, RepoKind>, levels: typeof closed | undefined) {
  const engine = shippedEngine();
  const counts = new Map<Verdict, number>();
  for (const [id, kind] of ids) {
    const { verdict } = engine.assess(id, kind, undefined, levels && { levels });
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return counts;
}
