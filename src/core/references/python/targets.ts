import type { SyntaxNode } from '@lezer/common';
import type { Expression, Step } from './expression.ts';
import type { StatementText } from './statementText.ts';
import { isExpression } from './valueNodes.ts';

/** Targets within targets that are followed. */
const MAX_STEPS = 6;

/** Binds the names that assignments and loops give values to. */
export class Targets {
  readonly #text: StatementText;
  readonly #read: (node: SyntaxNode) => Expression;

  constructor(text: StatementText, read: (node: SyntaxNode) => Expression) {
    this.#text = text;
    this.#read = read;
  }

  /** The nodes of `for a, b in values if …`, however many follow each other. */
  loop(nodes: readonly SyntaxNode[]): void {
    let targets: SyntaxNode[] = [];
    let inValues = false;
    for (const node of nodes) {
      if (node.name === 'for') {
        targets = [];
        inValues = false;
      } else if (node.name === 'in') {
        inValues = true;
      } else if (!inValues) {
        targets.push(node);
      } else if (isExpression(node)) {
        const value = this.#read(node);
        const names = targets.filter(isExpression);
        const [only] = names;
        if (names.length === 1 && only) this.bind(only, value, ['item']);
        else for (const [index, name] of names.entries()) this.bind(name, value, ['item', index]);
        targets = [];
      }
    }
  }

  /** Binds the names of a target, however they are nested: `a, (b, c)`. */
  bind(node: SyntaxNode, value: Expression, steps: readonly Step[]): void {
    if (node.name === 'VariableName') {
      if (steps.length === 0) this.#text.named(this.#text.source(node), value);
      this.#text.tell({ type: 'bind', name: this.#text.source(node), value, steps });
    } else if (/^(?:Tuple|Array|Parenthesized)/.test(node.name) && steps.length < MAX_STEPS) {
      const names = this.#text.children(node).filter(isExpression);
      if (node.name.startsWith('Paren')) for (const name of names) this.bind(name, value, steps);
      else for (const [index, name] of names.entries()) this.bind(name, value, [...steps, index]);
    }
  }
}
