import { expect, test } from 'vitest';
import { type Example, fitLogistic, oddsIn, sigmoid } from '../bench/calibration/logistic.ts';
import { brier, logLoss, ranking, spread } from '../bench/calibration/measures.ts';

/** Cases as often as the true weights say, without chance: each pattern a thousand times. */
function examplesOf(intercept: number, weights: readonly number[]): Example[] {
  const patterns = Array.from({ length: 2 ** weights.length }, (_, n) => weights.map((_, at) => (n >> at) & 1));
  return patterns.flatMap(features => {
    const p = sigmoid(features.reduce((sum, each, at) => sum + each * weights[at]!, intercept));
    return Array.from({ length: 1000 }, (_, n) => ({ features, bad: n < Math.round(1000 * p) }));
  });
}

test('a fit finds the weights that made the cases, and the same ones again', () => {
  const examples = examplesOf(-2, [3, 0.5, -1]);
  const fit = fitLogistic(examples, [0, 0, 0], 1e-6);
  expect(fit.intercept).toBeCloseTo(-2, 1);
  for (const [at, weight] of [3, 0.5, -1].entries()) expect(fit.weights[at]).toBeCloseTo(weight, 1);
  expect(fitLogistic(examples, [0, 0, 0], 1e-6)).toEqual(fit);
});

test('a ridge holds a weight near its centre, entirely so where no case has the signal', () => {
  const examples = examplesOf(-2, [3]).map(each => ({ ...each, features: [...each.features, 0] }));
  expect(fitLogistic(examples, [1, 4], 1e9).weights).toEqual([expect.closeTo(1, 3), 4]);
  expect(fitLogistic(examples, [1, 4], 1e-6).weights[1]).toBeCloseTo(4, 6);
});

test('cases that can be told apart entirely have a fit all the same', () => {
  const examples = Array.from({ length: 40 }, (_, n) => ({ features: [n % 2], bad: n % 2 === 1 }));
  const fit = fitLogistic(examples, [3], 0.1);
  expect(fit.weights[0]).toBeGreaterThan(3);
  expect(oddsIn(fit, examples[1]!)).toBeGreaterThan(2);
  expect(oddsIn(fit, examples[0]!)).toBeLessThan(-2);
});

test('what is given is not fitted', () => {
  const examples = examplesOf(-2, [3]).map(each => ({ ...each, offset: -5 }));
  expect(fitLogistic(examples, [0], 1e-6).intercept).toBeCloseTo(3, 1);
});

test('the measures measure', () => {
  const coin = [true, false, true, false].map(bad => ({ bad, odds: 0 }));
  const sure = [true, false, true, false].map(bad => ({ bad, odds: bad ? 20 : -20 }));
  expect([logLoss(coin), brier(coin), ranking(coin)]).toEqual([expect.closeTo(Math.LN2), 0.25, 0.5]);
  expect([logLoss(sure), brier(sure), ranking(sure)]).toEqual([expect.closeTo(0), expect.closeTo(0), 1]);
  const [from, to] = spread(Array.from({ length: 100 }, (_, n) => (n % 2 === 0 ? 1 : -1)));
  expect(from).toBeGreaterThan(-0.35);
  expect(from).toBeLessThan(-0.05);
  expect(to).toBeGreaterThan(0.05);
  expect(spread([1, 2, 3])).toEqual(spread([1, 2, 3]));
});
