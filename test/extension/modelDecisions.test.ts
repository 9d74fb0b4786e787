import { describe, expect, it } from 'vitest';
import { decisionsFor, hasUnpinned } from '../../src/extension/modelDecisions.ts';

describe('what can be decided about a repo', () => {
  it('is everything where nothing is decided and the Hub tells a commit', () => {
    expect(decisionsFor({ barred: false, pinnable: true })).toEqual({
      pin: true,
      approve: true,
      block: true,
      show: false,
    });
  });

  it('is to block it alone, where it is dangerous or listed', () => {
    expect(decisionsFor({ barred: true, pinnable: true })).toEqual({
      pin: false,
      approve: false,
      block: true,
      show: false,
    });
  });

  it('is nothing twice', () => {
    expect(decisionsFor({ barred: false, pinnable: true, decision: 'approved' }).approve).toBe(false);
    expect(decisionsFor({ barred: true, pinnable: true, decision: 'blocked' }).block).toBe(false);
  });

  it('is to look at what was decided, and nowhere else', () => {
    const shows = (decision?: 'approved' | 'blocked') =>
      decisionsFor({ barred: false, pinnable: false, ...(decision && { decision }) }).show;
    expect([shows(), shows('approved'), shows('blocked')]).toEqual([false, true, true]);
  });

  it('is no pin without a commit, or without a load that lacks one', () => {
    expect(decisionsFor({ barred: false, pinnable: false }).pin).toBe(false);
    const place = { uri: 'file:///a.py', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } };
    const of = (...pins: (boolean | undefined)[]) =>
      hasUnpinned(pins.map(pinned => ({ ...place, api: 'pipeline', ...(pinned !== undefined && { pinned }) })));
    expect([of(), of(undefined), of(true), of(true, false)]).toEqual([false, false, false, true]);
  });
});
