import type { SyntaxNode } from '@lezer/common';
import { type Entry, type Expression, other, type Scope } from '../program/expression.ts';
import { Memory } from '../program/memory.ts';
import { unmarked } from '../program/unmarked.ts';
import { CHOOSING } from './idioms.ts';
import { readText } from './literal.ts';

/** Turns the syntax of Rust into what is kept of it. Each node is turned once. */
export class Translator {
  readonly source: string;
  readonly #memory = new Memory(node => this.#make(node));
  readonly expression = (node: SyntaxNode | null | undefined): Expression => this.#memory.expression(node);

  /** Crates whose name at the head of a path needs no `use`: `hf_hub::Repo::new`. */
  readonly #crates: ReadonlySet<string>;

  constructor(source: string, crates: ReadonlySet<string>) {
    this.source = source;
    this.#crates = crates;
  }

  text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  /** The scope of a function or closure; its parent is known once the walk gets there. */
  scopeOf(node: SyntaxNode): Scope {
    return this.#memory.scopeOf(node, 'function');
  }

  #make(node: SyntaxNode): Expression {
    const { from, to } = node;
    switch (node.name) {
      case 'String':
      case 'RawString':
        return readText(this.source, from, to);
      case 'Identifier':
      case 'BoundIdentifier':
      case 'TypeIdentifier':
      case 'ScopeIdentifier':
      case 'self': {
        const name = this.text(node);
        return name === 'None' ? { type: 'constant', value: null, from, to } : { type: 'name', name, from, to };
      }
      case 'Boolean':
        return { type: 'constant', value: this.text(node) === 'true', from, to };
      case 'Integer':
        return { type: 'constant', value: Number.parseInt(this.text(node), 10), from, to };
      case 'ScopedIdentifier':
      case 'ScopedTypeIdentifier':
        return this.#path(node);
      case 'GenericFunction':
      case 'TryExpression':
      case 'AwaitExpression':
      case 'ReferenceExpression':
      case 'ParenthesizedExpression':
      case 'UnaryExpression':
      case 'TypeCastExpression':
      case 'ReturnExpression':
      case 'UnsafeBlock':
        return this.expression(operands(node)[0]);
      case 'ExpressionStatement':
        return this.source[to - 1] === ';' ? other(node) : this.expression(operands(node)[0]);
      case 'Block':
        return this.expression(operands(node).at(-1));
      case 'FieldExpression': {
        const [object, field] = operands(node);
        const name = field ? this.text(field) : '';
        if (!/^\d+$/.test(name)) return { type: 'member', object: this.expression(object), name, from, to };
        return { type: 'index', object: this.expression(object), index: this.expression(field), from, to };
      }
      case 'IndexExpression': {
        const [object, index] = operands(node);
        return { type: 'index', object: this.expression(object), index: this.expression(index), from, to };
      }
      case 'CallExpression':
        return this.#call(node);
      case 'IfExpression': {
        const options = operands(node).filter((each, index) => each.name === 'Block' || (index > 0 && isIf(each)));
        return { type: 'either', options: options.map(this.expression), from, to };
      }
      case 'MatchExpression': {
        const arms = node.getChild('MatchBlock')?.getChildren('MatchArm') ?? [];
        return { type: 'either', options: arms.map(arm => this.expression(bodyOf(arm))), from, to };
      }
      case 'TupleExpression':
      case 'ArrayExpression':
        return { type: 'list', items: operands(node).slice(0, 500).map(this.expression), from, to };
      case 'StructExpression':
        return this.#record(node);
      case 'ClosureExpression':
        return { type: 'function', scope: this.scopeOf(node), from, to };
      default:
        return other(node);
    }
  }

  /** `a::b::c`, which its reader writes in a row and we take from the left. */
  #path(node: SyntaxNode): Expression {
    const [first, ...rest] = operands(node).filter(each => each.name !== 'TypeArgList');
    const root = first ? this.text(first) : '';
    let made: Expression = this.#crates.has(root)
      ? { type: 'imported', package: root, path: [], from: node.from, to: first!.to }
      : this.expression(first);
    for (const each of rest) {
      made = { type: 'member', object: made, name: this.text(each), from: node.from, to: each.to };
    }
    return made;
  }

  #call(node: SyntaxNode): Expression {
    const { from, to } = node;
    const list = node.getChild('ArgList');
    const callee = this.expression(operands(node)[0]);
    const given = list ? operands(list) : [];
    if (callee.type === 'name' && callee.name === 'format' && given.length === 1) {
      const whole = this.expression(given[0]);
      if (whole.type === 'text' && !whole.value.includes('{')) return whole;
    }
    if (callee.type === 'member' && CHOOSING.has(callee.name)) {
      const chosen = given.map(each => this.expression(each.name === 'ClosureExpression' ? bodyOf(each) : each));
      return { type: 'either', options: [callee.object, ...chosen], from, to };
    }
    return { type: 'call', callee, arguments: given.map(this.expression), from, to };
  }

  #record(node: SyntaxNode): Expression {
    const list = node.getChild('FieldInitializerList');
    const entries: Entry[] = [];
    for (const each of list ? operands(list) : []) {
      const [first, second] = operands(each);
      if (!first) continue;
      const value = this.expression(second ?? first);
      if (each.name === 'FieldInitializer' || each.name === 'ShorthandFieldInitializer') {
        entries.push({ key: this.text(first), value });
      } else if (!/\bdefault\(\)$/.test(this.text(each))) {
        entries.push({ value });
      }
    }
    return { type: 'record', entries, open: list ? list.from + 1 : node.to, from: node.from, to: node.to };
  }
}

const isIf = (node: SyntaxNode) => node.name === 'IfExpression' || node.name === 'Block';

/** What a closure or an arm gives. */
const bodyOf = (node: SyntaxNode): SyntaxNode | undefined =>
  operands(node)
    .filter(each => !/Pattern$|^ParamList$|^Guard$/.test(each.name))
    .at(-1);

/** Nodes that are only marks between the parts of an expression. */
const MARKS =
  /^(?:[^\w⚠].*|⚠|\w+Op|LineComment|BlockComment|await|async|mut|ref|return|unsafe|match|if|else|let|as|move|const|static|Attribute|AttributeItem|Lifetime|LoopLabel|QuoteMark)$/;

/** The parts of an expression without brackets, operators and comments. */
export const operands = (node: SyntaxNode): SyntaxNode[] => unmarked(node, MARKS);
