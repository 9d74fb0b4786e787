import type { Reference } from '../references/reference.ts';
import type { Finding } from './finding.ts';

/**
 * How soon a repo is asked about where the Hub does not grant enough for all: less is sooner. A file may name hundreds of
 * ids that do not matter, and must not use up what the few need that do.
 */
export type Urgency = 0 | 1 | 2 | 3 | 4 | 5;

/** A repo that a file names. */
export type Named = Pick<Reference, 'id' | 'kind' | 'link'>;

export interface UrgentRepo extends Named {
  readonly urgency: Urgency;
}

/** They say how the line is written, or what the index knows already: no answer of the Hub would change them. */
const OF_THE_LINE: ReadonlySet<string> = new Set([
  'id-case',
  'legacy-id',
  'local-path-fallthrough',
  'missing-namespace',
  'moving-revision',
  'unpinned-revision',
  'unsafe-load',
]);

/** One copied or imitated name is worth no more than a hint until the Hub has told whose it is. */
const OF_THE_NAME: ReadonlySet<string> = new Set(['lookalike-publisher', 'lookalike-name', 'same-name']);

/** They decide alone: whatever the Hub says, the repo stays where it is. */
const decides = ({ rule, severity }: Finding): boolean =>
  rule === 'blocked-by-policy' || (rule === 'known-malicious' && severity === 'error');

const asks = ({ rule, severity }: Finding): boolean =>
  OF_THE_NAME.has(rule) || ((severity === 'warning' || severity === 'information') && !OF_THE_LINE.has(rule));

/**
 * The repos that a file names, with their urgency by what is found without the Hub: first those that something speaks
 * against, then those that are loaded and that the name index does not know, then the others, loads before links. Whether
 * a finding is silenced makes no difference: the file itself may say that.
 */
export function urgentRepos(
  named: readonly Named[],
  findings: readonly Finding[],
  isListed: (id: string) => boolean,
): UrgentRepo[] {
  const suspected = new Set<string | null>();
  const decided = new Set<string | null>();
  for (const finding of findings) {
    if (decides(finding)) decided.add(finding.id);
    else if (asks(finding)) suspected.add(finding.id);
  }
  return named.map(({ id, kind, link }) => {
    const listed = isListed(id);
    const isUrgent = suspected.has(id) && !decided.has(id);
    const urgency = isUrgent ? (link ? 1 : 0) : link ? (listed ? 5 : 4) : listed || decided.has(id) ? 3 : 2;
    return { id, kind, link, urgency };
  });
}

/**
 * The repos of several files, the most urgent first. Among equals the files take turns, and in a file the publishers: a
 * hundred made-up names of one publisher are one name's turn.
 */
export function inTurn<R extends UrgentRepo>(files: readonly (readonly R[])[]): R[] {
  const takeTurns = (urgency: Urgency): R[] =>
    turns(files.map(file => turns(byPublisher(file.filter(repo => repo.urgency === urgency)))));
  return URGENCIES.flatMap(takeTurns);
}

const URGENCIES: readonly Urgency[] = [0, 1, 2, 3, 4, 5];

function byPublisher<R extends UrgentRepo>(repos: readonly R[]): R[][] {
  const publishers = new Map<string, R[]>();
  for (const repo of repos) {
    const publisher = repo.id.slice(0, Math.max(0, repo.id.indexOf('/'))).toLowerCase();
    const known = publishers.get(publisher);
    if (known) known.push(repo);
    else publishers.set(publisher, [repo]);
  }
  return [...publishers.values()];
}

/** The first of each list, then the second of each, and so on. */
function turns<T>(lists: readonly (readonly T[])[]): T[] {
  const all: T[] = [];
  let left = lists;
  for (let round = 0; left.length > 0; round++) {
    left = left.filter(list => list.length > round);
    for (const list of left) all.push(list[round]!);
  }
  return all;
}
