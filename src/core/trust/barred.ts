import type { Assessment } from './assessment.ts';

/** Neither a pin nor an approval answers an advisory, a block, or whatever makes a repo dangerous: none is offered there. */
export const isBarred = ({
  verdict,
  decision,
  signals,
}: Pick<Assessment, 'verdict' | 'decision' | 'signals'>): boolean =>
  verdict === 'dangerous' ||
  decision?.what === 'blocked' ||
  signals.some(({ rule, severity }) => rule === 'known-malicious' && severity !== 'information');
