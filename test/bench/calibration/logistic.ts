/** One case for a fit: which features it has, and what it is. */
export interface Example {
  readonly features: readonly number[];
  readonly bad: boolean;
  /** Log-odds that are taken as given. */
  readonly offset?: number;
}

export interface Fit {
  readonly intercept: number;
  readonly weights: readonly number[];
}

export const sigmoid = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

export const oddsIn = ({ intercept, weights }: Fit, { features, offset = 0 }: Example): number =>
  features.reduce((sum, feature, at) => sum + feature * weights[at]!, intercept + offset);

const MOST_STEPS = 200;
const SMALL = 1e-10;

/**
 * Logistic regression by Newton's method, where each weight is drawn towards `centre` by `ridge` times the square of its
 * distance, halved. The intercept is free, but for as much as keeps the equations solvable. No chance in it: the same
 * examples give the same fit.
 */
export function fitLogistic(examples: readonly Example[], centre: readonly number[], ridge: number): Fit {
  const size = centre.length + 1;
  const held = [0, ...centre];
  const pull = held.map((_, at) => (at === 0 ? 1e-6 : ridge));
  let current = [...held];
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = current.map((value, at) => pull[at]! * (value - held[at]!));
    const curvature = current.map((_, row) => current.map((_, column) => (row === column ? pull[row]! : 0)));
    for (const { features, bad, offset = 0 } of examples) {
      const x = [1, ...features];
      const p = sigmoid(x.reduce((sum, each, at) => sum + each * current[at]!, offset));
      const known = x.flatMap((each, at) => (each === 0 ? [] : [at]));
      for (const row of known) {
        gradient[row]! += (p - (bad ? 1 : 0)) * x[row]!;
        for (const column of known) curvature[row]![column]! += p * (1 - p) * x[row]! * x[column]!;
      }
    }
    const move = solve(curvature, gradient);
    // Long steps overshoot where the cases can be told apart entirely.
    const length = Math.sqrt(move.reduce((sum, each) => sum + each * each, 0));
    const scale = Math.min(1, 4 / Math.max(length, SMALL));
    current = current.map((value, at) => value - scale * move[at]!);
    if (length < SMALL) break;
  }
  if (current.length !== size || current.some(value => !Number.isFinite(value))) throw new Error('the fit has no end');
  return { intercept: current[0]!, weights: current.slice(1) };
}

/** Gauss with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    let best = at;
    for (let row = at + 1; row < size; row++) if (Math.abs(rows[row]![at]!) > Math.abs(rows[best]![at]!)) best = row;
    [rows[at], rows[best]] = [rows[best]!, rows[at]!];
    for (let row = at + 1; row < size; row++) {
      const factor = rows[row]![at]! / rows[at]![at]!;
      if (factor === 0) continue;
      for (let column = at; column <= size; column++) rows[row]![column]! -= factor * rows[at]![column]!;
    }
  }
  const solved = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    let sum = rows[at]![size]!;
    for (let column = at + 1; column < size; column++) sum -= rows[at]![column]! * solved[column]!;
    solved[at] = sum / rows[at]![at]!;
  }
  return solved;
}
