import { describe, expect, test } from 'vitest';
import { html } from '../../../../src/core/reports/report/markup.ts';
import { drawPicture } from '../../../../src/core/reports/report/pictures/drawPicture.ts';
import { fitted, type Label, type Picture, textWidth } from '../../../../src/core/reports/report/pictures/sheet.ts';
import type { PictureName } from '../../../../src/core/reports/report/telling/blocks.ts';
import type { TrustReport } from '../../../../src/core/reports/report/trustReport.ts';
import { renderedByHtml } from './renders.ts';
import { campaign, honest, unknownOffline } from './samples.ts';
import { strangeReport } from './strange.ts';

const NAMES: readonly PictureName[] = ['evidence', 'timeline', 'popularity', 'lineage'];
const WIDTHS = [280, 328, 360, 500, 639, 640, 720, 1000];

const overlap = (a: Label, b: Label): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function faults({ labels, width, height }: Picture): string[] {
  const covered = labels.flatMap((a, at) =>
    labels.slice(at + 1).flatMap(b => (overlap(a, b) ? [`“${a.text}” covers “${b.text}”`] : [])),
  );
  const outside = labels
    .filter(({ x, y, width: own, height: high }) => x < 0 || y < 0 || x + own > width + 0.5 || y + high > height + 0.5)
    .map(({ text }) => `“${text}” leaves the picture`);
  return [...covered, ...outside];
}

const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString();

/** Everything that moves a label: where the repo stands, how many events and signs there are, how long names are. */
function variants(): [string, TrustReport][] {
  const base = campaign();
  const velocity = base.numbers.velocity;
  const at = (ageDays: number, downloads: number, likes: number): TrustReport => ({
    ...base,
    numbers: { ...base.numbers, downloads, likes, velocity: { ...velocity, ageDays } },
  });
  const long = 'a-very-long-organisation/with-a-model-of-a-very-long-name-indeed-GGUF-Q4_K_M';
  return [
    ['campaign', base],
    ['honest', honest()],
    ['offline', unknownOffline()],
    ['strange', strangeReport('W'.repeat(300))],
    ['wide letters', strangeReport('模型'.repeat(100))],
    ...[0, 0.01, 0.5, 1, 7, 40, 400, 3650, 9000].flatMap(age =>
      [0, 1, 1000, 100_000_000, 4_000_000_000].map((n): [string, TrustReport] => [
        `${n} at ${age} days`,
        at(age, n, n),
      ]),
    ),
    ['all at once', { ...base, timeline: base.timeline.map(event => ({ ...event, at: day(1) })) }],
    [
      'long ago',
      { ...base, timeline: base.timeline.map((event, n) => ({ ...event, at: n === 0 ? day(-2000) : day(n) })) },
    ],
    ['a long name', { ...base, id: long, verdict: { ...base.verdict, prior: { ...base.verdict.prior, owner: long } } }],
    [
      'a large family',
      {
        ...base,
        id: long,
        lineage: { ...base.lineage, relation: 'merge', baseModels: Array(12).fill(long), datasets: [long] },
      },
    ],
    [
      'for it alone',
      { ...base, evidence: [], verdict: { ...base.verdict, sum: -6, prior: { ...base.verdict.prior, weight: -6 } } },
    ],
  ];
}

describe.each(NAMES)('the picture of %s', name => {
  test.each(WIDTHS)('has no label on another, at %i pixels', width => {
    const found = variants().flatMap(([what, report]) => {
      const picture = drawPicture(name, report, width);
      return picture ? faults(picture).map(fault => `${what}: ${fault}`) : [];
    });
    expect(found).toEqual([]);
  });

  test('is markup of ours, has a name, and only finite numbers', () => {
    for (const [what, report] of variants()) {
      const picture = drawPicture(name, report, 360);
      if (!picture) continue;
      const svg = html(picture.svg);
      expect(renderedByHtml(svg), what).toEqual([]);
      expect(svg, what).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+"/);
      expect(svg, what).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

test('a name is cut to its room, and letters stay whole', () => {
  expect(fitted('short', 100)).toBe('short');
  const cut = fitted('👩‍👩‍👧‍👦'.repeat(20), 80);
  expect(textWidth(cut)).toBeLessThanOrEqual(80);
  expect(fitted('abcdefghij'.repeat(1000), 60)).toMatch(/^abc\w*…$/);
});

test('the dot of a viral fake stands above all bands of its age, the bands within the plot', () => {
  const { svg } = drawPicture('popularity', campaign(), 360)!;
  const dots = svg.children.flatMap(child =>
    typeof child !== 'string' && child.tag === 'circle' ? [child.attributes] : [],
  );
  const bands = svg.children.flatMap(child =>
    typeof child !== 'string' && child.tag === 'rect' && child.attributes['fill']?.includes('band')
      ? [child.attributes]
      : [],
  );
  const [dot] = dots;
  const under = bands.filter(
    ({ x, width, y }) =>
      Number(x) <= Number(dot!['cx']) && Number(x) + Number(width) >= Number(dot!['cx']) && Number(y) < 200,
  );
  expect(under.length).toBeGreaterThan(0);
  for (const band of under) expect(Number(band['y'])).toBeGreaterThan(Number(dot!['cy']));
});
