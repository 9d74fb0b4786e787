import type { TrustReport } from '../trustReport.ts';
import { fitted, INK, LINE_HEIGHT, type Picture, sheet } from './sheet.ts';

const MARGIN = 10;
const AXIS = 12;
const LABELS = AXIS + 26;
const ROW = LINE_HEIGHT + 4;
/** What the time between the first and the last event is drawn on. */
const SPAN = 120;

/** What happened when, downwards: dots as far apart as the times are, labels pushed apart so that none covers another. */
export function timelinePicture({ timeline }: TrustReport, width: number): Picture {
  const paper = sheet(width);
  const times = timeline.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const passed = Math.max(1, Math.max(...times) - first);
  const height = Math.max(SPAN, (timeline.length - 1) * ROW);
  const dots = times.map(time => MARGIN + ((time - first) / passed) * height);
  const rows = apart(dots, ROW, MARGIN + height);
  paper.line(AXIS, MARGIN, AXIS, MARGIN + height);
  timeline.forEach(({ words, at, what }, each) => {
    const [dot, row] = [dots[each]!, rows[each]!];
    paper.line(AXIS, dot, LABELS - 4, row, INK.faint);
    paper.label(LABELS, row, fitted(`${at.slice(0, 10)} ${at.slice(11, 16)}  ${words}`, width - LABELS - MARGIN), {
      strong: what === 'repo',
    });
  });
  for (const [each, { what }] of timeline.entries())
    paper.dot(AXIS, dots[each]!, what === 'report' ? INK.line : INK.accent);
  return paper.done(height + 2 * MARGIN, 'What happened when');
}

/** The same order, each at least `gap` below the one before, and none below `end`. */
function apart(wished: readonly number[], gap: number, end: number): readonly number[] {
  const placed: number[] = [];
  for (const y of wished) placed.push(Math.max(y, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  let limit = end;
  for (let at = placed.length - 1; at >= 0; at--) {
    placed[at] = Math.min(placed[at]!, limit);
    limit = placed[at]! - gap;
  }
  return placed;
}
