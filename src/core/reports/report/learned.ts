import type { Looked } from '../../facts/facts.ts';
import type { Learned } from './trustReport.ts';
import { isoOf, sayTime } from './words.ts';

/** How something came to be known, without the thing itself. */
export function learnedFrom(looked: Looked<unknown>): Learned {
  if (looked.state === 'unknown') return { state: 'unknown', why: looked.why };
  const { host, asOf } = looked.source;
  const head = { host, asOf: isoOf(asOf) ?? '' };
  if (looked.state === 'missing') return { state: 'missing', ...head };
  return { state: 'known', ...head, ...(looked.notRenewed !== undefined && { notRenewed: looked.notRenewed }) };
}

/** `huggingface.co, 2026-05-07 18:39 UTC`, or why it is not known. */
export function sayLearned(learned: Learned): string {
  if (learned.state === 'unknown') return `Not known: ${learned.why}.`;
  const at = `${learned.host}, ${sayTime(learned.asOf)}`;
  if (learned.state === 'missing') return `${learned.host} shows none (asked ${sayTime(learned.asOf)}).`;
  return learned.notRenewed === undefined ? at : `${at}; it could not be asked anew: ${learned.notRenewed}`;
}
