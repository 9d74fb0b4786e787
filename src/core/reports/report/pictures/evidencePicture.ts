import { element } from '../markup.ts';
import type { TrustReport } from '../trustReport.ts';
import { sayWeight } from '../words.ts';
import { fitted, INK, LINE_HEIGHT, type Picture, rounded, type Sheet, sheet, textWidth } from './sheet.ts';

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly strong?: boolean;
  /** Where it begins: neither for nor against by itself. */
  readonly calm?: boolean;
}

const BAR = 12;
const ROW = LINE_HEIGHT + BAR + 10;
const MARGIN = 8;
const TITLE = LINE_HEIGHT + 8;

/** The beginning by standing, a bar each for what was found, and the sum: left speaks for the repo, right against it. */
export function evidencePicture({ evidence, verdict }: TrustReport, width: number): Picture {
  const { prior, sum, riskyFrom, trustedUntil } = verdict;
  const owner = prior.owner === '' ? 'no publisher' : prior.owner;
  const bars: readonly Bar[] = [
    { name: `standing of ${owner}`, value: prior.weight, calm: true },
    ...evidence.map(({ rule, severity, part }) => ({ name: `${rule}, ${severity}`, value: part })),
    { name: 'sum', value: sum, strong: true },
  ];
  const paper = sheet(width);
  const values = [...bars.map(({ value }) => value), riskyFrom, trustedUntil, 0];
  const from = Math.min(...values);
  const to = Math.max(...values);
  const x = (value: number) => MARGIN + ((value - from) / (to - from)) * (width - 2 * MARGIN);
  const bottom = TITLE + bars.length * ROW;
  paper.label(MARGIN, LINE_HEIGHT / 2, 'How the evidence adds up', { strong: true });
  bars.forEach(({ name, value, strong = false, calm }, at) => {
    const y = TITLE + at * ROW;
    const number = sayWeight(value);
    const room = width - 2 * MARGIN - textWidth(number) - 12;
    paper.label(MARGIN, y + LINE_HEIGHT / 2, fitted(name, room), { strong });
    paper.label(width - MARGIN, y + LINE_HEIGHT / 2, number, { anchor: 'end', strong });
    paper.line(x(0), y + LINE_HEIGHT - 2, x(0), y + LINE_HEIGHT + BAR + 2);
    const [left, right] = [x(Math.min(0, value)), x(Math.max(0, value))];
    paper.draw(
      element('rect', {
        x: rounded(value === 0 ? left - 1 : left),
        y: rounded(y + LINE_HEIGHT),
        width: rounded(value === 0 ? 2 : right - left),
        height: BAR,
        fill: calm || value === 0 ? INK.faint : value > 0 ? INK.against : INK.accent,
        ...(strong && { stroke: INK.text, 'stroke-width': 1.5 }),
      }),
    );
  });
  threshold(paper, x(trustedUntil), bottom, 1, `trusted: ${sayWeight(trustedUntil)} or less`);
  threshold(paper, x(riskyFrom), bottom, 0, `risky: ${sayWeight(riskyFrom)} or more`);
  paper.label(MARGIN, bottom + 2.5 * LINE_HEIGHT, 'log-odds: ← for it, against it →', { colour: INK.faint });
  return paper.done(bottom + 3 * LINE_HEIGHT, `How the evidence adds up: the sum is ${sayWeight(sum)}`);
}

/** A limit of the sum: a tick at its bar, the name below; the left one lower, so that no tick goes through a name. */
function threshold(paper: Sheet, x: number, top: number, row: number, name: string): void {
  const y = top + (row + 0.5) * LINE_HEIGHT;
  const right = x + 4 + textWidth(name) + MARGIN < paper.width;
  paper.line(x, top - BAR - 12, x, y + 6, INK.text, '3 3');
  paper.label(right ? x + 4 : x - 4, y, name, { anchor: right ? 'start' : 'end', colour: INK.faint });
}
