import { sigmoid } from './logistic.ts';

/** A case with the log-odds that somebody gives it. */
export interface Scored {
  readonly bad: boolean;
  readonly odds: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);

/** Mean surprise, in nats: 0.69 for somebody who says "half" to everything. */
export const logLoss = (cases: readonly Scored[]): number => mean(cases.map(lossOf));

export const lossOf = ({ bad, odds }: Scored): number => Math.log1p(Math.exp(bad ? -odds : odds));

/** Mean squared distance of the probability from the truth. */
export const brier = (cases: readonly Scored[]): number =>
  mean(cases.map(({ bad, odds }) => (sigmoid(odds) - (bad ? 1 : 0)) ** 2));

/** How often an attack has more than an honest repo; ties count half. */
export function ranking(cases: readonly Scored[]): number {
  const honest = cases.filter(({ bad }) => !bad);
  const pairs = cases.filter(({ bad }) => bad).flatMap(attack => honest.map(other => attack.odds - other.odds));
  return mean(pairs.map(difference => (difference > 0 ? 1 : difference === 0 ? 0.5 : 0)));
}

/**
 * The middle 95 % of the mean difference, when the cases are drawn anew 2,000 times: by a generator that always starts from
 * the same place.
 */
export function spread(differences: readonly number[]): readonly [number, number] {
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  const means = Array.from({ length: 2000 }, () =>
    mean(differences.map(() => differences[Math.floor(next() * differences.length)]!)),
  ).sort((a, b) => a - b);
  return [means[49]!, means[1949]!];
}
