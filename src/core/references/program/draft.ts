import type { SyntaxNode, Tree } from '@lezer/common';
import { type Expression, type Located, newScope, type Scope } from './expression.ts';
import { assign, type Idioms, type Labelled, newProgram, type Program } from './program.ts';

type MaybeNode = SyntaxNode | null | undefined;

/** A program while a walk over its syntax puts it together: which scopes are open, and what waits for the end. */
export class Draft {
  readonly program: Program;
  readonly #expression: (node: MaybeNode) => Expression;
  readonly #open: { readonly node: SyntaxNode; readonly scope: Scope }[] = [];
  #assigned: { readonly name: string; readonly value: Located }[] = [];
  #top: Scope | undefined;
  #packages = new Set<string>();

  constructor(idioms: Idioms, expression: (node: MaybeNode) => Expression) {
    this.program = newProgram(idioms);
    this.#expression = expression;
  }

  /**
   * Shows every node to the language's reader, outermost first. A second tree is the next part of the same program: it
   * sees the names of those before it, as a block of a document does, and may give them a meaning of its own.
   */
  walk(tree: Tree, enter: (node: SyntaxNode) => void): void {
    this.#top = this.#top ? newScope('module', '', this.#top) : this.program.top;
    this.#packages = new Set();
    this.#assigned = [];
    tree.iterate({ enter: ref => enter(ref.node), leave: ref => this.#leave(ref.node) });
    for (const { name, value } of this.#assigned) assign(value.scope, name, value);
  }

  /** The innermost scope that is open. */
  get scope(): Scope {
    return this.#open.at(-1)?.scope ?? this.#top ?? this.program.top;
  }

  /** Opens a scope until the walk leaves the node. */
  begin(node: SyntaxNode, scope: Scope): void {
    scope.parent ??= this.scope;
    this.#open.push({ node, scope });
  }

  #leave(node: SyntaxNode): void {
    const last = this.#open.at(-1);
    if (!last || last.node.from !== node.from || last.node.to !== node.to || last.node.name !== node.name) return;
    this.#open.pop();
  }

  here(node: MaybeNode): Located {
    return { expression: this.#expression(node), scope: this.scope };
  }

  label(label: string | undefined, value: Located, beside: Pick<Labelled, 'revision' | 'record' | 'told'> = {}): void {
    if (label && /^(?:text|list|either|record|call)$/.test(value.expression.type))
      this.program.labelled.push({ label, value, packages: this.#packages, ...beside });
  }

  /** The part at work imports a package. */
  imports(name: string): void {
    this.program.packages.add(name);
    this.#packages.add(name);
  }

  /** A name gets one more value, in the scope that turns out to bind it. */
  assign(name: string, value: Located): void {
    this.#assigned.push({ name, value });
  }

  /** What the function around this place gives. */
  give(node: MaybeNode): void {
    if (!node) return;
    for (let at: Scope | undefined = this.scope; at; at = at.parent) {
      if (at.kind !== 'function') continue;
      at.gives.push(this.here(node));
      return;
    }
  }
}
