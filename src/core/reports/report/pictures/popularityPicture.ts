import { count } from '../../../text/count.ts';
import type { Metric, VelocityBucket } from '../../../velocity/reference.ts';
import { sayAge } from '../../../velocity/sayVelocity.ts';
import { element } from '../markup.ts';
import type { ReportVelocity, TrustReport } from '../trustReport.ts';
import { fitted, INK, LINE_HEIGHT, type Picture, rounded, type Sheet, sheet, textWidth } from './sheet.ts';

type Reference = NonNullable<ReportVelocity['reference']>;

/** Between which quantiles a band lies, and how dark it is. */
const BANDS = [
  { from: undefined, to: 0.5, dark: 0.18, name: 'to the median' },
  { from: 0.5, to: 0.9, dark: 0.34, name: 'to 90 %' },
  { from: 0.9, to: 0.99, dark: 0.52, name: 'to 99 %' },
  { from: 0.99, to: 1, dark: 0.72, name: 'to the largest' },
] as const;

const PLOT_HEIGHT = 170;
const LEFT = 44;
const RIGHT = 10;
const GAP = 24;
const SIDE_BY_SIDE = 640;

const YOUNGEST = 1 / 24;
const OLDEST = 3650;
const AGES = [
  [YOUNGEST, '1 h'],
  [1, '1 d'],
  [7, '1 wk'],
  [30, '1 mo'],
  [365, '1 y'],
  [OLDEST, '10 y'],
] as const;
const AMOUNTS = [
  [0, '0'],
  [10, '10'],
  [1000, '1k'],
  [100_000, '100k'],
  [10_000_000, '10M'],
  [1_000_000_000, '1G'],
] as const;

/** This repo among models of its age: bands of quantiles, both axes logarithmic. Nothing where there is no reference. */
export function popularityPicture({ numbers }: TrustReport, width: number): Picture | undefined {
  const { reference, ageDays } = numbers.velocity;
  if (!reference || ageDays === undefined) return undefined;
  const metrics = (['downloads', 'likes'] as const).filter(metric => numbers[metric] !== undefined);
  const columns = width >= SIDE_BY_SIDE && metrics.length === 2 ? 2 : 1;
  const own = (width - (columns - 1) * GAP) / columns;
  const paper = sheet(width);
  const height = LINE_HEIGHT + PLOT_HEIGHT + LINE_HEIGHT + 14;
  metrics.forEach((metric, at) => {
    const left = columns === 2 ? at * (own + GAP) : 0;
    const top = columns === 2 ? 0 : at * height;
    plot(paper, { metric, value: numbers[metric]!, ageDays, reference, left, top, width: own });
  });
  const bottom = legend(paper, (columns === 2 ? 1 : metrics.length) * height);
  return paper.done(bottom, `Popularity against age: this repo among ${reference.sample.models}`);
}

interface Plot {
  readonly metric: Metric;
  readonly value: number;
  readonly ageDays: number;
  readonly reference: Reference;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

function plot(paper: Sheet, { metric, value, ageDays, reference, left, top, width }: Plot): void {
  const { quantiles, sample } = reference;
  const [x0, x1] = [left + LEFT, left + width - RIGHT];
  const [y0, y1] = [top + LINE_HEIGHT + PLOT_HEIGHT, top + LINE_HEIGHT + 6];
  const largest = Math.max(1, value, ...sample.buckets.flatMap(bucket => bucket[metric] ?? []));
  const oldest = Math.max(OLDEST, ageDays);
  const x = (days: number) =>
    x0 + (Math.log(Math.min(oldest, Math.max(YOUNGEST, days)) / YOUNGEST) / Math.log(oldest / YOUNGEST)) * (x1 - x0);
  const y = (n: number) => y0 - (Math.log1p(n) / Math.log1p(largest)) * (y0 - y1);
  paper.label(left, top + LINE_HEIGHT / 2, metric === 'downloads' ? 'Downloads in 30 days, by age' : 'Likes, by age', {
    strong: true,
  });
  for (const bucket of sample.buckets) {
    for (const { from, to, dark } of BANDS) {
      const [low, high] = [
        from === undefined ? 0 : at(bucket, metric, quantiles, from),
        at(bucket, metric, quantiles, to),
      ];
      const [start, end] = bucket.days as readonly [number, number];
      if (low === undefined || high === undefined || y(low) - y(high) < 0.1 || x(end) - x(start) < 0.1) continue;
      paper.draw(
        element('rect', {
          x: rounded(x(start)),
          y: rounded(y(high)),
          width: rounded(x(end) - x(start)),
          height: rounded(y(low) - y(high)),
          fill: INK.band,
          'fill-opacity': dark,
        }),
      );
    }
  }
  axes(paper, { x, y, x0, x1, y0, y1, largest });
  own(paper, { x: x(ageDays), y: y(value), x0, x1, y0, y1 }, `${count(value)} at ${sayAge(ageDays)}`);
}

const at = (bucket: VelocityBucket, metric: Metric, quantiles: readonly number[], quantile: number) =>
  bucket[metric]?.[quantiles.indexOf(quantile)];

interface Axes {
  readonly x: (days: number) => number;
  readonly y: (n: number) => number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly largest: number;
}

function axes(paper: Sheet, { x, y, x0, x1, y0, y1, largest }: Axes): void {
  paper.line(x0, y0, x1, y0);
  paper.line(x0, y0, x0, y1);
  for (const [amount, name] of AMOUNTS) {
    if (amount > largest) continue;
    paper.line(x0 - 4, y(amount), x0, y(amount));
    paper.label(x0 - 7, y(amount), name, { anchor: 'end', colour: INK.faint });
  }
  let taken = 0;
  for (const [days, name] of AGES) {
    paper.line(x(days), y0, x(days), y0 + 4);
    const own = textWidth(name);
    const left = Math.min(Math.max(x(days) - own / 2, x0), x1 - own);
    // Where there is no room for every name, every tick is still there.
    if (left < taken) continue;
    taken = left + own + 4;
    paper.label(left, y0 + 4 + LINE_HEIGHT / 2, name, { colour: INK.faint });
  }
}

type Point = Pick<Axes, 'x0' | 'x1' | 'y0' | 'y1'> & { readonly x: number; readonly y: number };

/** The repo itself: a dot with its numbers on a ground of their own, on the side that has room. */
function own(paper: Sheet, { x, y, x0, x1, y0, y1 }: Point, words: string): void {
  const text = fitted(words, x1 - x0 - 16);
  const wide = textWidth(text) + 8;
  const left = x + 10 + wide <= x1 ? x + 10 : Math.max(x0 + 2, x - 10 - wide);
  const covers = left < x && left + wide > x;
  const beside = covers ? (y - 16 - LINE_HEIGHT / 2 > y1 ? y - 16 : y + 16) : y;
  const middle = Math.min(y0 - LINE_HEIGHT / 2 - 2, Math.max(y1 + LINE_HEIGHT / 2, beside));
  paper.draw(
    element('rect', {
      x: rounded(left),
      y: rounded(middle - LINE_HEIGHT / 2),
      width: rounded(wide),
      height: LINE_HEIGHT,
      fill: INK.ground,
      'fill-opacity': 0.85,
    }),
  );
  paper.dot(x, y, INK.text);
  paper.label(left + 4, middle, text, { strong: true });
}

/** What the bands are, as many in a line as fit; says where the next thing could stand. */
function legend(paper: Sheet, top: number): number {
  const names = [{ dark: undefined, name: 'this repo' }, ...BANDS];
  let x = 0;
  let y = top + LINE_HEIGHT / 2;
  for (const { dark, name } of names) {
    const own = 18 + textWidth(name) + 14;
    if (x > 0 && x + own > paper.width) {
      x = 0;
      y += LINE_HEIGHT + 2;
    }
    if (dark === undefined) paper.dot(x + 6, y, INK.text);
    else
      paper.draw(
        element('rect', {
          x: rounded(x),
          y: rounded(y - 6),
          width: 12,
          height: 12,
          fill: INK.band,
          'fill-opacity': dark,
        }),
      );
    paper.label(x + 18, y, name, { colour: INK.faint });
    x += own;
  }
  return y + LINE_HEIGHT / 2 + 2;
}
