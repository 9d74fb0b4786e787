import type { SyntaxNode } from '@lezer/common';
import { hostKind } from '../../hosts.ts';
import type { BehaviourId } from '../behaviours.ts';

/** Takes what a reader found at a node; the strength is the behaviour's own unless given. */
export type Report = (behaviour: BehaviourId, node: SyntaxNode, strength?: 1 | 2 | 3) => void;

const WEB = /^\s*(?:https?|ftp|wss?):\/\/[^\s]{3,}/i;

/** An address that had to be decoded, told by where it leads. */
export function reportAddress(
  address: string,
  how: 'decoded' | 'disguised',
  node: SyntaxNode,
  report: Report,
): boolean {
  if (!WEB.test(address)) return false;
  const kind = hostKind(address);
  if (kind === 'paste' || kind === 'dead-drop') report('hidden-dead-drop', node);
  else report(how === 'decoded' ? 'decoded-address' : 'disguised-address', node);
  return true;
}
