import type { SyntaxNode } from '@lezer/common';
import { textOf } from '../program/escapes.ts';
import { type Entry, type Expression, other, type Scope } from '../program/expression.ts';
import { Memory } from '../program/memory.ts';
import { unmarked } from '../program/unmarked.ts';
import { ESCAPES, readText } from './literal.ts';
import { packageOf } from './packageOf.ts';

/** Turns the syntax of JavaScript into what is kept of it. Each node is turned once. */
export class Translator {
  readonly source: string;
  readonly #memory = new Memory(node => this.#make(node));
  readonly expression = (node: SyntaxNode | null | undefined): Expression => this.#memory.expression(node);

  constructor(source: string) {
    this.source = source;
  }

  text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  /** The scope of a function, a class, or a record with methods; its parent is known once the walk gets there. */
  scopeOf(node: SyntaxNode, kind: Scope['kind']): Scope {
    return this.#memory.scopeOf(node, kind);
  }

  #make(node: SyntaxNode): Expression {
    const { from, to } = node;
    switch (node.name) {
      case 'String':
      case 'JSXAttributeValue':
        return readText(this.source, from, to);
      case 'TemplateString':
        return this.#template(node);
      case 'VariableName':
      case 'TypeName': {
        const name = this.text(node);
        return name === 'undefined' ? { type: 'constant', value: null, from, to } : { type: 'name', name, from, to };
      }
      case 'DynamicImport': {
        const specifier = this.expression(node.getChild('String') ?? node.getChild('TemplateString'));
        return specifier.type === 'text'
          ? { type: 'imported', package: packageOf(specifier.value), path: [], from, to }
          : other(node);
      }
      case 'this':
        return { type: 'name', name: 'this', from, to };
      case 'BooleanLiteral':
        return { type: 'constant', value: this.text(node) === 'true', from, to };
      case 'null':
        return { type: 'constant', value: null, from, to };
      case 'Number':
        return { type: 'constant', value: Number(this.text(node)), from, to };
      case 'UnaryExpression':
        return this.#unary(node);
      case 'ParenthesizedExpression':
      case 'AwaitExpression':
      case 'JSXEscape':
      case 'TypeAssertion':
      case 'TypeCastExpression':
      case 'PostfixExpression':
      case 'InstantiationExpression':
        return this.expression(operands(node)[0]);
      case 'SequenceExpression':
      case 'PrefixCast':
        return this.expression(operands(node).at(-1));
      case 'MemberExpression':
        return this.#member(node);
      case 'CallExpression':
      case 'NewExpression':
        return this.#call(node);
      case 'ObjectExpression':
        return this.#record(node);
      case 'ArrayExpression':
        return { type: 'list', items: operands(node).map(this.expression), from, to };
      case 'ConditionalExpression':
        return { type: 'either', options: operands(node).slice(1).map(this.expression), from, to };
      case 'BinaryExpression':
        return this.#binary(node);
      case 'AssignmentExpression':
        return this.expression(operands(node).at(-1));
      case 'FunctionExpression':
      case 'ArrowFunction':
      case 'FunctionDeclaration':
        return { type: 'function', scope: this.scopeOf(node, 'function'), from, to };
      default:
        return other(node);
    }
  }

  #template(node: SyntaxNode): Expression {
    const holes = node.getChildren('Interpolation');
    const { from, to } = node;
    if (holes.length === 0) return readText(this.source, from, to);
    const parts: Expression[] = [];
    const add = (start: number, end: number) => {
      if (end > start) parts.push(textOf(this.source.slice(start, end), start, { from: start, to: end }, ESCAPES));
    };
    let at = from + 1;
    for (const hole of holes.slice(0, 50)) {
      add(at, hole.from);
      parts.push(this.expression(operands(hole)[0]));
      at = hole.to;
    }
    add(at, this.source[to - 1] === '`' ? to - 1 : to);
    return { type: 'template', parts, from, to };
  }

  #unary(node: SyntaxNode): Expression {
    const written = this.text(node);
    const { from, to } = node;
    if (written === '!0' || written === '!1') return { type: 'constant', value: written === '!0', from, to };
    return written === 'void 0' ? { type: 'constant', value: null, from, to } : other(node);
  }

  #member(node: SyntaxNode): Expression {
    const { from, to } = node;
    const [first, second] = operands(node);
    const object = this.expression(first);
    const isIndexed = node.getChild('[') !== null;
    if (isIndexed) return { type: 'index', object, index: this.expression(second), from, to };
    return { type: 'member', object, name: second ? this.text(second).replace(/^#/, '') : '', from, to };
  }

  #call(node: SyntaxNode): Expression {
    const { from, to } = node;
    const list = node.getChild('ArgList');
    const given = list ? operands(list) : [];
    const callee = this.expression(operands(node).find(each => each.name !== 'ArgList'));
    const args = given.map(this.expression);
    if (callee.type === 'name' && callee.name === 'require' && args[0]?.type === 'text') {
      return { type: 'imported', package: packageOf(args[0].value), path: [], from, to };
    }
    const isClosed = list !== null && this.source[list.to - 1] === ')' && given.length > 0;
    return { type: 'call', callee, arguments: args, ...(isClosed && { close: given.at(-1)!.to }), from, to };
  }

  #record(node: SyntaxNode): Expression {
    const entries: Entry[] = [];
    for (const property of node.getChildren('Property')) {
      const [key, ...rest] = operands(property);
      if (!key) continue;
      if (property.getChild('Spread')) {
        entries.push({ value: this.expression(key) });
        continue;
      }
      const name = this.keyText(key);
      if (property.getChild('ParamList')) {
        const value: Expression = {
          type: 'function',
          scope: this.scopeOf(property, 'function'),
          from: key.from,
          to: key.to,
        };
        entries.push({ ...(name !== undefined && { key: name }), value });
      } else if (rest.length === 0 && !property.getChild(':')) {
        entries.push({
          key: this.text(key),
          value: { type: 'name', name: this.text(key), from: key.from, to: key.to },
        });
      } else {
        const value = this.expression(rest.at(-1));
        entries.push({ ...(name !== undefined && { key: name }), value });
      }
    }
    return { type: 'record', entries, open: node.from + 1, from: node.from, to: node.to };
  }

  /** The name of a key; nothing for one in brackets. */
  keyText(node: SyntaxNode): string | undefined {
    if (node.name === 'String') return readText(this.source, node.from, node.to).value;
    if (node.name === 'Number') return this.text(node);
    return /^(?:Private)?PropertyDefinition$|^PropertyName$|^VariableDefinition$/.test(node.name)
      ? this.text(node).replace(/^#/, '')
      : undefined;
  }

  #binary(node: SyntaxNode): Expression {
    const { from, to } = node;
    const parts = operands(node);
    const operator = parts[0] && parts[1] ? this.source.slice(parts[0].to, parts[1].from).trim() : '';
    if (parts.length === 1 || /^(?:as|satisfies)\b/.test(operator)) return this.expression(parts[0]);
    if (/^(?:\|\||\?\?)/.test(operator)) {
      return { type: 'either', options: parts.map(this.expression), from, to };
    }
    if (/^&&/.test(operator)) return this.expression(parts[1]);
    if (!operator.startsWith('+')) return other(node);
    const added = parts.map(this.expression);
    return {
      type: 'template',
      parts: added.flatMap(each => (each.type === 'template' ? each.parts : [each])),
      from,
      to,
    };
  }
}

/** Nodes that are only marks between the parts of an expression. */
const MARKS =
  /^(?:[^\w⚠].*|⚠|(?:Arith|Logic|Bit|Compare|Update)Op|Equals|Optional|LineComment|BlockComment|await|new|async|static|get|set|as|satisfies|const|Spread|TypeArgList|InterpolationStart|InterpolationEnd|typeof|void|delete|readonly|Privacy|TypeAnnotation|Arrow|JSX\w*Tag)$/;

/** The parts of an expression without brackets, operators and comments. */
export const operands = (node: SyntaxNode): SyntaxNode[] => unmarked(node, MARKS);
