import type { SyntaxNode } from '@lezer/common';
import { FOLDER_KEYWORDS } from '../catalogue/folders.ts';
import { FOREIGN_CALLEE } from '../catalogue/names.ts';
import { TELLING_KEYWORDS } from '../catalogue/pythonLoaders.ts';
import { calledLater } from './calledLater.ts';
import type { Argument, Call, Expression, Text } from './expression.ts';
import { declaredOptions } from './fieldNames.ts';
import { readLiterals } from './literal.ts';
import { lastName } from './scope.ts';
import type { StatementText } from './statementText.ts';
import { Targets } from './targets.ts';
import { isExpression } from './valueNodes.ts';

/** Deeper nesting than any person writes; below it nothing is read. */
const MAX_DEPTH = 120;

/** Turns the syntax nodes of one statement into expressions, and tells of every call, name and address on the way. */
export class ExpressionReader {
  readonly targets: Targets;
  readonly #text: StatementText;
  #depth = 0;

  constructor(text: StatementText) {
    this.#text = text;
    this.targets = new Targets(text, node => this.read(node));
  }

  read(node: SyntaxNode): Expression {
    if (this.#depth >= MAX_DEPTH) return { type: 'other', parts: [], ...this.#text.range(node) };
    this.#depth++;
    const expression = this.#readNode(node);
    this.#depth--;
    return expression;
  }

  /** Calls of a decorator and of an ordinary call expression have the same parts. */
  call(node: SyntaxNode, callee: Expression, list: SyntaxNode): Call {
    const given = this.#arguments(list);
    const call = calledLater({
      type: 'call',
      callee,
      arguments: given,
      telling: given.some(each => TELLING_KEYWORDS.has(each.name ?? '')),
      writing: given.some(each => FOLDER_KEYWORDS.has(each.name ?? '')),
      ...this.#text.end(list, ')'),
      ...this.#text.range(node),
    });
    this.#text.tell({ type: 'call', call });
    const called = lastName(callee) ?? '';
    if (!FOREIGN_CALLEE.test(called)) {
      for (const { name, value } of given) if (name !== undefined) this.#text.named(name, value);
      for (const option of declaredOptions(call, called)) this.#text.named(option.name, option.value);
    }
    return call;
  }

  #readNode(node: SyntaxNode): Expression {
    const range = this.#text.range(node);
    switch (node.name) {
      case 'VariableName':
        return { type: 'name', name: this.#text.source(node), ...range };
      case 'String':
      case 'ContinuedString':
      case 'FormatString':
        return this.#string(node);
      case 'CallExpression': {
        const [callee, list] = [node.firstChild, node.lastChild];
        if (!callee || list?.name !== 'ArgList') break;
        return this.call(node, this.read(callee), list);
      }
      case 'MemberExpression':
        return this.#member(node);
      case 'Boolean':
        return { type: 'constant', value: this.#text.source(node) === 'True', ...range };
      case 'Number':
        return { type: 'constant', value: Number(this.#text.source(node)), ...range };
      case 'None':
        return { type: 'constant', value: null, ...range };
      case 'ParenthesizedExpression':
      case 'AwaitExpression': {
        const inner = this.#text.children(node).filter(isExpression);
        if (inner.length === 1) return this.read(inner[0]!);
        break;
      }
      case 'DictionaryExpression':
        return { type: 'dictionary', entries: this.#entries(node), ...this.#text.end(node, '}'), ...range };
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'SetExpression':
        return {
          type: 'sequence',
          items: this.#text
            .children(node)
            .filter(isExpression)
            .map(c => this.read(c)),
          ...range,
        };
      case 'ConditionalExpression': {
        const parts = this.#text
          .children(node)
          .filter(isExpression)
          .map(child => this.read(child));
        return { type: 'either', options: [parts[0], parts[2]].filter(part => part !== undefined), ...range };
      }
      case 'BinaryExpression':
        return this.#binary(node);
      case 'NamedExpression': {
        const [name, value] = this.#text.children(node).filter(isExpression);
        if (!name || !value) break;
        const read = this.read(value);
        this.#text.tell({ type: 'bind', name: this.#text.source(name), value: read, steps: [] });
        return read;
      }
      case 'ArrayComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'DictionaryComprehensionExpression':
      case 'ComprehensionExpression':
        return this.#comprehension(node);
    }
    return { type: 'other', parts: this.#readAll(node), ...range };
  }

  #readAll(node: SyntaxNode): Expression[] {
    const parts: Expression[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Comment') this.#text.comment(child);
      else if (child.firstChild || isExpression(child)) parts.push(this.read(child));
    }
    return parts;
  }

  #string(node: SyntaxNode): Expression {
    const range = this.#text.range(node);
    const literals = node.name === 'ContinuedString' ? this.#text.children(node) : [node];
    const holes = literals.flatMap(literal => literal.getChildren('FormatReplacement'));
    const value = readLiterals(
      literals.map(each => ({ text: this.#text.source(each), offset: this.#text.range(each).from })),
    );
    const text: Text = { type: 'text', ...value, ...range };
    this.#text.mention(text);
    if (holes.length === 0) return text;
    return { type: 'other', parts: holes.flatMap(hole => this.#readAll(hole)), template: text, ...range };
  }

  #member(node: SyntaxNode): Expression {
    const range = this.#text.range(node);
    const object = node.firstChild;
    if (!object) return { type: 'other', parts: [], ...range };
    const property = node.getChild('PropertyName');
    if (property) {
      return { type: 'attribute', object: this.read(object), name: this.#text.source(property), ...range };
    }
    const index = object.nextSibling?.name === '[' ? object.nextSibling.nextSibling : null;
    if (!index || index.name === ']' || index.name === '⚠') {
      return { type: 'other', parts: [this.read(object)], ...range };
    }
    return { type: 'subscript', object: this.read(object), index: this.read(index), ...range };
  }

  #binary(node: SyntaxNode): Expression {
    const operator = node.firstChild?.nextSibling;
    const parts = this.#text
      .children(node)
      .filter(isExpression)
      .map(child => this.read(child));
    if (operator?.name === 'or') return { type: 'either', options: parts, ...this.#text.range(node) };
    const joined = parts.length === 2 && operator && this.#text.source(operator) === '+';
    return { type: 'other', parts, ...(joined && { joined }), ...this.#text.range(node) };
  }

  #comprehension(node: SyntaxNode): Expression {
    const children = this.#text.children(node);
    const loop = children.findIndex(child => child.name === 'for');
    this.targets.loop(children.slice(Math.max(0, loop)));
    const parts = children
      .slice(0, Math.max(0, loop))
      .filter(isExpression)
      .map(child => this.read(child));
    return { type: 'other', parts, ...this.#text.range(node) };
  }

  #entries(node: SyntaxNode): { key?: Expression; value: Expression }[] {
    const entries: { key?: Expression; value: Expression }[] = [];
    let key: Expression | undefined;
    let spread = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Comment') this.#text.comment(child);
      else if (child.name === '**') spread = true;
      else if (child.name === ',') [key, spread] = [undefined, false];
      else if (isExpression(child)) {
        const value = this.read(child);
        if (spread) entries.push({ value });
        else if (key) {
          entries.push({ key, value });
          if (key.type === 'text') this.#text.named(key.value, value);
        } else key = value;
      }
    }
    return entries;
  }

  #arguments(list: SyntaxNode): Argument[] {
    const found: Argument[] = [];
    const children = this.#text.children(list);
    if (children.some(child => child.name === 'for')) {
      found.push({ role: 'positional', value: this.#comprehension(list) });
      return found;
    }
    let role: Argument['role'] = 'positional';
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      if (child.name === '*') role = 'spread';
      else if (child.name === '**') role = 'spreadKeywords';
      else if (!isExpression(child)) continue;
      else if (child.name === 'VariableName' && children[i + 1]?.name === 'AssignOp') {
        const value = children[i + 2];
        if (!value || !isExpression(value)) continue;
        found.push({ role: 'keyword', name: this.#text.source(child), value: this.read(value) });
        i += 2;
      } else {
        found.push({ role, value: this.read(child) });
        role = 'positional';
      }
    }
    return found;
  }
}
