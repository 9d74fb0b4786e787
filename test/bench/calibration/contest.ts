import { type Case, foldOf } from './cases.ts';
import { type Example, type Fit, fitLogistic, oddsIn } from './logistic.ts';
import { logLoss, lossOf, type Scored, spread } from './measures.ts';

/** A way to give a case its log-odds. */
export interface Contestant {
  readonly name: string;
  /** Numbers that were fitted. */
  readonly fitted: number;
  readonly score: (each: Case) => Scored;
}

export interface Contest {
  readonly features: readonly string[];
  /** The weights that are used, in the order of the features. */
  readonly used: readonly number[];
  readonly fit: Fit;
  readonly ridge: number;
  /** By ridge: the loss on the parts of the fitted cases that were left out in turn. */
  readonly tried: readonly { readonly ridge: number; readonly loss: number }[];
  /** Smallest and largest weight over five fits, each without one part. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly contestants: readonly Contestant[];
  /** Held-back loss of the fitted weights less that of those used, and where 95 % of redrawn samples put it. */
  readonly gain: { readonly mean: number; readonly from: number; readonly to: number };
  /** Why the fitted weights are not sound, if they are not. */
  readonly faults: readonly string[];
  readonly taken: boolean;
}

const RIDGES = [0.03, 0.1, 0.3, 1, 3, 10, 30];
/** What is rounded away is no fault. */
const TRIFLE = 0.05;
const ORDER = ['hint', 'information', 'warning', 'error'];

/**
 * Fits the weights of all signals, drawn towards those that are used, to the fitted part; and holds them against the used ones
 * on the part that was kept apart. Attacks are far commoner among these cases than on the Hub, so everybody gets an intercept.
 */
export function contest(training: readonly Case[], held: readonly Case[]): Contest {
  const weights = new Map(training.flatMap(({ signals }) => [...signals]));
  const features = [...weights.keys()].sort();
  const used = features.map(name => weights.get(name)!);
  const example = (each: Case): Example => ({
    features: features.map(name => (each.signals.has(name) ? 1 : 0)),
    bad: each.bad,
    offset: each.prior + unseenIn(each, weights),
  });

  const folds = [0, 1, 2, 3, 4].map(fold => ({
    rest: training.filter(each => foldOf(each) !== fold).map(example),
    out: training.filter(each => foldOf(each) === fold).map(example),
  }));
  const tried = RIDGES.map(ridge => ({
    ridge,
    loss: logLoss(
      folds.flatMap(({ rest, out }) => {
        const fit = fitLogistic(rest, used, ridge);
        return out.map(each => ({ bad: each.bad, odds: oddsIn(fit, each) }));
      }),
    ),
  }));
  const { ridge } = tried.reduce((best, each) => (each.loss < best.loss ? each : best));
  const fit = fitLogistic(training.map(example), used, ridge);
  const fits = folds.map(({ rest }) => fitLogistic(rest, used, ridge).weights);
  const ranges = used.map((_, at): [number, number] => [
    Math.min(...fits.map(each => each[at]!)),
    Math.max(...fits.map(each => each[at]!)),
  ]);

  const plain = (each: Case): Example => ({ features: [each.odds], bad: each.bad });
  // A ridge that nothing moves: the intercept alone is fitted.
  const shifted = fitLogistic(training.map(plain), [1], 1e9);
  const stretched = fitLogistic(training.map(plain), [1], 1e-3);
  const scoreBy = (of: Fit, as: (each: Case) => Example) => (each: Case) => ({
    bad: each.bad,
    odds: oddsIn(of, as(each)),
  });
  const contestants: Contestant[] = [
    { name: 'set by hand, with an intercept', fitted: 1, score: scoreBy(shifted, plain) },
    { name: 'set by hand, stretched, with an intercept', fitted: 2, score: scoreBy(stretched, plain) },
    { name: 'fitted', fitted: features.length + 1, score: scoreBy(fit, example) },
  ];
  const differences = held.map(each => lossOf(contestants[2]!.score(each)) - lossOf(contestants[0]!.score(each)));
  const [from, to] = spread(differences);
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
  const faults = faultsOf(features, fit.weights);
  return {
    ...{ features, used, fit, ridge, tried, ranges, contestants, faults },
    gain: { mean, from, to },
    taken: to < 0 && faults.length === 0,
  };
}

/** What a signal is worth that no fitted case has: nothing could be learned of it. */
const unseenIn = ({ signals }: Case, known: ReadonlyMap<string, number>): number =>
  [...signals].reduce((sum, [name, weight]) => sum + (known.has(name) ? 0 : weight), 0);

function faultsOf(features: readonly string[], weights: readonly number[]): string[] {
  const negative = features.flatMap((name, at) =>
    weights[at]! < -TRIFLE ? [`\`${name}\` would speak for a repo (${weights[at]!.toFixed(1)})`] : [],
  );
  const disordered = features.flatMap((name, at) =>
    features.flatMap((other, there) => {
      const [[rule, severity], [otherRule, otherSeverity]] = [name.split(' '), other.split(' ')];
      const weaker = rule === otherRule && ORDER.indexOf(severity!) < ORDER.indexOf(otherSeverity!);
      return weaker && weights[at]! > weights[there]! + TRIFLE
        ? [`\`${name}\` would weigh more than \`${other}\``]
        : [];
    }),
  );
  return [...negative, ...disordered];
}
