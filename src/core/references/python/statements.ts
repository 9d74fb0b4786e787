import type { SyntaxNode } from '@lezer/common';
import type { Fact, Unit } from './expression.ts';
import { MAX_DEPTH, StatementReader } from './statementReader.ts';

/** Facts by the text of a statement: what was typed elsewhere need not be read again. */
export type Memo = ReadonlyMap<string, { readonly node: string; readonly facts: readonly Fact[] }>;

/** Larger statements with a body are read part by part, so that a keystroke inside costs one part. */
const SPLIT_ABOVE = 600;

/** Every statement of the tree as facts; those known from `memos` are taken from there. */
export function readStatements(
  text: string,
  top: SyntaxNode,
  memos: readonly Memo[] = [],
): { units: Unit[]; memo: Memo } {
  const units: Unit[] = [];
  const kept = new Map<string, { node: string; facts: readonly Fact[] }>();
  const readBlock = (block: SyntaxNode, blockEnd: number, depth: number) => {
    for (let node = block.firstChild; node; node = node.nextSibling) {
      if (isSplit(node) && depth < MAX_DEPTH) {
        readSplit(node, blockEnd, depth);
        continue;
      }
      if (!node.firstChild && node.name !== 'Comment') continue;
      const key = text.slice(node.from, node.to);
      const known = kept.get(key) ?? recall(key, memos);
      const entry =
        known?.node === node.name ? known : { node: node.name, facts: readUnit(text, node, node.from, depth) };
      const { facts } = entry;
      kept.set(key, entry);
      if (facts.length > 0) units.push({ base: node.from, blockEnd, facts });
    }
  };
  const readSplit = (node: SyntaxNode, blockEnd: number, depth: number) => {
    const facts: Fact[] = [];
    const reader = new StatementReader(text, node.from, facts, depth);
    const bodies = reader.head(node);
    units.push({ base: node.from, blockEnd, facts });
    for (const body of bodies) readBlock(body, body.to, depth + 1);
    if (reader.open > 0) units.push({ base: node.to, blockEnd, facts: [{ type: 'leave' }] });
  };
  readBlock(top, Number.POSITIVE_INFINITY, 0);
  return { units, memo: kept };
}

function recall(key: string, memos: readonly Memo[]) {
  for (const memo of memos) {
    const known = memo.get(key);
    if (known) return known;
  }
  return undefined;
}

const COMPOUND = /^(?:Class|Function)Definition$|^(?:Decorated|If|For|While|With|Try|Match)Statement$/;

const isSplit = (node: SyntaxNode) => node.to - node.from > SPLIT_ABOVE && COMPOUND.test(node.name);

function readUnit(text: string, node: SyntaxNode, base: number, depth: number): readonly Fact[] {
  const facts: Fact[] = [];
  new StatementReader(text, base, facts, depth).statement(node);
  return facts;
}
