import type { SyntaxNode } from '@lezer/common';
import { type Expression, newScope, other, type Scope } from './expression.ts';

/** Deeper than this an expression is not looked into; people write fewer than twenty levels. */
const MAX_DEPTH = 150;

/** What is known of a tree by its nodes: each is turned into an expression once, and keeps its scope. */
export class Memory {
  readonly #make: (node: SyntaxNode) => Expression;
  readonly #expressions = new Map<string, Expression>();
  readonly #scopes = new Map<string, Scope>();
  #depth = 0;

  constructor(make: (node: SyntaxNode) => Expression) {
    this.#make = make;
  }

  expression(node: SyntaxNode | null | undefined): Expression {
    if (!node) return other({ from: 0, to: 0 });
    const key = keyOf(node);
    const known = this.#expressions.get(key);
    if (known) return known;
    const isTooDeep = this.#depth > MAX_DEPTH;
    this.#depth++;
    const made = isTooDeep ? other(node) : this.#make(node);
    this.#depth--;
    this.#expressions.set(key, made);
    return made;
  }

  /** The scope that a node opens; its parent is known once the walk gets there. */
  scopeOf(node: SyntaxNode, kind: Scope['kind']): Scope {
    const key = keyOf(node);
    const known = this.#scopes.get(key);
    if (known) return known;
    const scope = newScope(kind);
    this.#scopes.set(key, scope);
    return scope;
  }
}

const keyOf = (node: SyntaxNode) => `${node.from} ${node.to} ${node.type.id}`;
