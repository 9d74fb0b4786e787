import type { SyntaxNode } from '@lezer/common';
import { HUB_ADDRESS_HINT } from '../address/hubAddress.ts';
import { LEGACY_DATASETS } from '../catalogue/legacyDatasets.ts';
import { LEGACY_MODELS } from '../catalogue/legacyModels.ts';
import { senseOfConstant } from '../catalogue/tellingNames.ts';
import type { Expression, Fact, Text } from './expression.ts';
import { handedOn } from './passing.ts';
import { lastName } from './scope.ts';

/** The text that the nodes of a statement stand in, and the facts that are told of it. */
export class StatementText {
  readonly #text: string;
  readonly #base: number;
  readonly #facts: Fact[];

  constructor(text: string, base: number, facts: Fact[]) {
    this.#text = text;
    this.#base = base;
    this.#facts = facts;
  }

  source(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }

  range(node: SyntaxNode): { from: number; to: number } {
    return { from: node.from - this.#base, to: node.to - this.#base };
  }

  /** Where one more argument or entry goes: behind the last one, before its comma and any comment. */
  end(list: SyntaxNode, close: string): { end?: number } {
    if (list.lastChild?.name !== close) return {};
    let end = list.firstChild!.to;
    for (let child = list.firstChild; child; child = child.nextSibling) {
      if (child.type.isError || child.name === 'for') return {};
      if (child.name !== ',' && child.name !== 'Comment' && child.name !== close) end = child.to;
    }
    return { end: end - this.#base };
  }

  /** The children but for the comments, of which it tells. */
  children(node: SyntaxNode): SyntaxNode[] {
    const children: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Comment') this.comment(child);
      else children.push(child);
    }
    return children;
  }

  /** A comment can hold an address too. */
  comment(node: SyntaxNode): void {
    const value = this.source(node);
    const range = this.range(node);
    this.mention({ type: 'text', value, start: range.from, quote: '', ...range });
  }

  /** A text that may hold an address of the Hub. */
  mention(text: Text): void {
    if (HUB_ADDRESS_HINT.test(text.value)) this.tell({ type: 'mention', text });
  }

  tell(fact: Fact): void {
    this.#facts.push(fact);
  }

  /** A literal that is given a name. */
  named(name: string, value: Expression, environment = false): void {
    if (value.type === 'either') for (const option of value.options) this.named(name, option, environment);
    if (value.type === 'call') {
      for (const each of handedOn(value)?.values ?? []) this.named(name, each, environment);
      // `os.getenv("HF_MODEL_ID", "org/name")`: the variable's name may tell more than the constant's.
      const [variable, otherwise] = value.arguments.map(each => each.value);
      const asks = /^(?:getenv|get|env)$/.test(lastName(value.callee) ?? '');
      if (asks && variable?.type === 'text' && otherwise?.type === 'text') this.named(variable.value, otherwise);
    }
    if (value.type !== 'text' || !mayBeId(value.value)) return;
    if (!environment && !senseOfConstant(name, value.value)) return;
    this.tell({ type: 'named', name, text: value, ...(environment && { environment }) });
  }
}

/** Has it an owner, or is it one of the names that everybody knows without? */
const mayBeId = (text: string): boolean => text.includes('/') || LEGACY_MODELS.test(text) || LEGACY_DATASETS.has(text);
