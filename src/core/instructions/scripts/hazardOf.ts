import type { ScriptHazard } from '../../hazard.ts';
import { BEHAVIOURS, type BehaviourId } from './behaviours.ts';

const EVIDENCE_LIMIT = 200;

/** A hazard with the words of its row; the span stays on one line, or at its beginning. */
export function hazardOf(
  text: string,
  behaviour: BehaviourId,
  start: number,
  end: number,
  strength?: 1 | 2 | 3,
): ScriptHazard {
  let to = Math.min(end, start + EVIDENCE_LIMIT);
  const newline = text.indexOf('\n', start);
  if (newline > start && newline < to) to = newline;
  while (to > start + 1 && /\s/.test(text[to - 1]!)) to--;
  const row = BEHAVIOURS[behaviour];
  return {
    type: 'script',
    behaviour,
    does: row.does,
    strength: strength ?? row.strength,
    span: { start, end: to },
    evidence: text.slice(start, to),
  };
}
