import type { Verdict } from '../../../src/core/trust/assessment.ts';
import type { IdGroup } from './byId.ts';
import type { Case } from './cases.ts';
import type { Contest } from './contest.ts';
import { sigmoid } from './logistic.ts';
import { brier, logLoss, ranking } from './measures.ts';

const VERDICTS: readonly Verdict[] = ['trusted', 'clear', 'unknown', 'caution', 'risky', 'dangerous'];
const BINS = [-Infinity, -5, -3, -1, 1, 3, Infinity];

export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');

const parts = (cases: readonly Case[]) => [cases.filter(({ bad }) => bad), cases.filter(({ bad }) => !bad)] as const;

export function confusion(cases: readonly Case[], verdictOf: (each: Case) => Verdict): string {
  const row = (name: string, of: readonly Case[]) => [
    name,
    ...VERDICTS.map(verdict => of.filter(each => verdictOf(each) === verdict).length),
  ];
  const [bad, honest] = parts(cases);
  return table(['', ...VERDICTS], [row(`attacks (${bad.length})`, bad), row(`honest (${honest.length})`, honest)]);
}

/** By the sum as it is used: how many were attacks, and what the intercept of these cases lets expect. */
export function reliability(cases: readonly Case[], { contestants }: Contest): string {
  const rows = BINS.slice(1).map((to, at) => {
    const from = BINS[at]!;
    const within = cases.filter(({ odds }) => odds >= from && odds < to);
    const bad = within.filter(each => each.bad).length;
    const expected = within.reduce((sum, each) => sum + sigmoid(contestants[0]!.score(each).odds), 0);
    const share = (n: number) => (within.length > 0 ? (n / within.length).toFixed(2) : '-');
    return [`${from} to ${to}`, within.length, bad, share(bad), share(expected)];
  });
  return table(['sum of log-odds', 'repos', 'attacks', 'share of attacks', 'expected share'], rows);
}

export function scores(training: readonly Case[], held: readonly Case[], { contestants }: Contest): string {
  const rows = contestants.map(({ name, fitted, score }) => {
    const [seen, apart] = [training.map(score), held.map(score)];
    const numbers = [logLoss(seen), logLoss(apart), brier(apart), ranking(apart)].map(each => each.toFixed(4));
    return [name, fitted, ...numbers];
  });
  return table(
    ['weights', 'numbers fitted', 'loss, fitted part', 'loss, held back', 'Brier, held back', 'ranking, held back'],
    rows,
  );
}

export function weightsTable({ features, used, fit, ranges }: Contest, training: readonly Case[]): string {
  const [bad, honest] = parts(training);
  const having = (of: readonly Case[], name: string) => of.filter(({ signals }) => signals.has(name)).length;
  const rows = features.map((name, at) => [
    ...name.split(' '),
    having(bad, name),
    having(honest, name),
    used[at]!,
    fit.weights[at]!.toFixed(1),
    ranges[at]!.map(each => each.toFixed(1)).join(' to '),
  ]);
  return table(['rule', 'severity', 'attacks', 'honest', 'used', 'fitted', 'fitted without a fifth'], rows);
}

export function verdictsById(groups: readonly IdGroup[]): string {
  const rows = groups.flatMap(({ name, ids, verdicts }) =>
    (
      [
        ['open', verdicts.listOpen],
        ['closed', verdicts.listClosed],
      ] as const
    ).map(([list, counts]) => [`${name} (${ids})`, list, ...VERDICTS.map(verdict => counts.get(verdict) ?? 0)]),
  );
  return table(['ids', 'list', ...VERDICTS], rows);
}

export function conclusion(
  { gain, faults, taken, features, ridge, tried }: Contest,
  training: readonly Case[],
): string {
  const [bad] = parts(training);
  const grid = tried.map(({ ridge: each, loss }) => `${each}: ${loss.toFixed(4)}`).join(', ');
  const found = `Held back, the fitted weights lose ${Math.abs(gain.mean).toFixed(4)} ${gain.mean < 0 ? 'less' : 'more'} a case than those set by hand (95 % of redrawn samples: ${gain.from.toFixed(4)} to ${gain.to.toFixed(4)}).`;
  const unsound =
    faults.length > 0
      ? ` They are not sound: ${faults.join('; ')}.`
      : ' None of them speaks for a repo or against its severity.';
  const small = ` ${bad.length} attacks are little to learn ${features.length} weights from.`;
  const decision = taken
    ? '**The fitted weights are better and sound: take them over into `src/core/trust/evidence.ts`.**'
    : '**The weights set by hand are kept.**';
  return `${decision} ${found}${unsound}${small}\n\nThe ridge that draws a weight towards the one set by hand was chosen by the loss on fifths that were left out in turn (${grid}): ${ridge}.`;
}
