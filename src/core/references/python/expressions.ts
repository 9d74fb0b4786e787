import type { SyntaxNode } from '@lezer/common';
import { FOLDER_KEYWORDS } from '../catalogue/folders.ts';
import { FOREIGN_CALLEE, senseOf } from '../catalogue/names.ts';
import { TELLING_KEYWORDS } from '../catalogue/pythonLoaders.ts';
import { HUB_ADDRESS_HINT } from '../hubAddress.ts';
import type { Argument, Call, Expression, Fact, Step, Text } from './expression.ts';
import { declaredOptions } from './fieldNames.ts';
import { readLiterals } from './literal.ts';
import { handedOn } from './passing.ts';
import { lastName } from './scope.ts';

/** Deeper nesting than any person writes; below it nothing is read. */
const MAX_DEPTH = 120;

/** Targets within targets that are followed. */
const MAX_STEPS = 6;

const SKIPPED = new Set(['Comment', '⚠', '(', ')', '[', ']', '{', '}', ',', ':', 'await', '.']);

/** Turns the syntax nodes of one statement into expressions, and tells of every call, name and address on the way. */
export class ExpressionReader {
  readonly #text: string;
  readonly #base: number;
  readonly #facts: Fact[];
  #depth = 0;

  constructor(text: string, base: number, facts: Fact[]) {
    this.#text = text;
    this.#base = base;
    this.#facts = facts;
  }

  read(node: SyntaxNode): Expression {
    if (this.#depth >= MAX_DEPTH) return { type: 'other', parts: [], ...this.#range(node) };
    this.#depth++;
    const expression = this.#readNode(node);
    this.#depth--;
    return expression;
  }

  source(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }

  /** A comment can hold an address too. */
  comment(node: SyntaxNode): void {
    const value = this.source(node);
    if (HUB_ADDRESS_HINT.test(value)) {
      const range = this.#range(node);
      this.#facts.push({ type: 'mention', text: { type: 'text', value, start: range.from, quote: '', ...range } });
    }
  }

  /** Calls of a decorator and of an ordinary call expression have the same parts. */
  call(node: SyntaxNode, callee: Expression, list: SyntaxNode): Call {
    const given = this.#arguments(list);
    const call = this.#unwrapPartial({
      type: 'call',
      callee,
      arguments: given,
      telling: given.some(each => TELLING_KEYWORDS.has(each.name ?? '')),
      writing: given.some(each => FOLDER_KEYWORDS.has(each.name ?? '')),
      ...this.#end(list, ')'),
      ...this.#range(node),
    });
    this.#facts.push({ type: 'call', call });
    const called = lastName(callee) ?? '';
    if (!FOREIGN_CALLEE.test(called)) {
      for (const { name, value } of given) if (name !== undefined) this.named(name, value);
      for (const option of declaredOptions(call, called)) this.named(option.name, option.value);
    }
    return call;
  }

  /** A literal that is given a name. */
  named(name: string, value: Expression, environment = false): void {
    if (value.type === 'either') for (const option of value.options) this.named(name, option, environment);
    if (value.type === 'call') for (const each of handedOn(value)) this.named(name, each, environment);
    if (value.type !== 'text' || !value.value.includes('/')) return;
    if (!environment && !senseOf(name, value.value)) return;
    this.#facts.push({ type: 'named', name, text: value, ...(environment && { environment }) });
  }

  #readNode(node: SyntaxNode): Expression {
    const range = this.#range(node);
    switch (node.name) {
      case 'VariableName':
        return { type: 'name', name: this.source(node), ...range };
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
        return { type: 'constant', value: this.source(node) === 'True', ...range };
      case 'Number':
        return { type: 'constant', value: Number(this.source(node)), ...range };
      case 'None':
        return { type: 'constant', value: null, ...range };
      case 'ParenthesizedExpression':
      case 'AwaitExpression': {
        const inner = this.#children(node).filter(isExpression);
        if (inner.length === 1) return this.read(inner[0]!);
        break;
      }
      case 'DictionaryExpression':
        return { type: 'dictionary', entries: this.#entries(node), ...this.#end(node, '}'), ...range };
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'SetExpression':
        return {
          type: 'sequence',
          items: this.#children(node)
            .filter(isExpression)
            .map(c => this.read(c)),
          ...range,
        };
      case 'ConditionalExpression': {
        const parts = this.#children(node)
          .filter(isExpression)
          .map(child => this.read(child));
        return { type: 'either', options: [parts[0], parts[2]].filter(part => part !== undefined), ...range };
      }
      case 'BinaryExpression':
        return this.#binary(node);
      case 'NamedExpression': {
        const [name, value] = this.#children(node).filter(isExpression);
        if (!name || !value) break;
        const read = this.read(value);
        this.#facts.push({ type: 'bind', name: this.source(name), value: read, steps: [] });
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
      if (child.name === 'Comment') this.comment(child);
      else if (child.firstChild || isExpression(child)) parts.push(this.read(child));
    }
    return parts;
  }

  #string(node: SyntaxNode): Expression {
    const range = this.#range(node);
    const literals = node.name === 'ContinuedString' ? this.#children(node) : [node];
    const holes = literals.flatMap(literal => literal.getChildren('FormatReplacement'));
    const value = readLiterals(literals.map(each => ({ text: this.source(each), offset: each.from - this.#base })));
    const text: Text = { type: 'text', ...value, ...range };
    if (HUB_ADDRESS_HINT.test(text.value)) this.#facts.push({ type: 'mention', text });
    if (holes.length === 0) return text;
    return { type: 'other', parts: holes.flatMap(hole => this.#readAll(hole)), template: text, ...range };
  }

  #member(node: SyntaxNode): Expression {
    const range = this.#range(node);
    const object = node.firstChild;
    if (!object) return { type: 'other', parts: [], ...range };
    const property = node.getChild('PropertyName');
    if (property) {
      return { type: 'attribute', object: this.read(object), name: this.source(property), ...range };
    }
    const index = object.nextSibling?.name === '[' ? object.nextSibling.nextSibling : null;
    if (!index || index.name === ']' || index.name === '⚠') {
      return { type: 'other', parts: [this.read(object)], ...range };
    }
    return { type: 'subscript', object: this.read(object), index: this.read(index), ...range };
  }

  #binary(node: SyntaxNode): Expression {
    const operator = node.firstChild?.nextSibling;
    const parts = this.#children(node)
      .filter(isExpression)
      .map(child => this.read(child));
    if (operator?.name === 'or') return { type: 'either', options: parts, ...this.#range(node) };
    return { type: 'other', parts, ...this.#range(node) };
  }

  #comprehension(node: SyntaxNode): Expression {
    const children = this.#children(node);
    const loop = children.findIndex(child => child.name === 'for');
    this.loop(children.slice(Math.max(0, loop)));
    const parts = children
      .slice(0, Math.max(0, loop))
      .filter(isExpression)
      .map(child => this.read(child));
    return { type: 'other', parts, ...this.#range(node) };
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
        const value = this.read(node);
        const names = targets.filter(isExpression);
        const [only] = names;
        if (names.length === 1 && only) this.target(only, value, ['item']);
        else for (const [index, name] of names.entries()) this.target(name, value, ['item', index]);
        targets = [];
      }
    }
  }

  /** Binds the names of a target, however they are nested: `a, (b, c)`. */
  target(node: SyntaxNode, value: Expression, steps: readonly Step[]): void {
    if (node.name === 'VariableName') {
      if (steps.length === 0) this.named(this.source(node), value);
      this.#facts.push({ type: 'bind', name: this.source(node), value, steps });
    } else if (/^(?:Tuple|Array|Parenthesized)/.test(node.name) && steps.length < MAX_STEPS) {
      const names = this.#children(node).filter(isExpression);
      if (node.name.startsWith('Paren')) for (const name of names) this.target(name, value, steps);
      else for (const [index, name] of names.entries()) this.target(name, value, [...steps, index]);
    }
  }

  #entries(node: SyntaxNode): { key?: Expression; value: Expression }[] {
    const entries: { key?: Expression; value: Expression }[] = [];
    let key: Expression | undefined;
    let spread = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Comment') this.comment(child);
      else if (child.name === '**') spread = true;
      else if (child.name === ',') [key, spread] = [undefined, false];
      else if (isExpression(child)) {
        const value = this.read(child);
        if (spread) entries.push({ value });
        else if (key) {
          entries.push({ key, value });
          if (key.type === 'text') this.named(key.value, value);
        } else key = value;
      }
    }
    return entries;
  }

  #arguments(list: SyntaxNode): Argument[] {
    const found: Argument[] = [];
    const children = this.#children(list);
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
        found.push({ role: 'keyword', name: this.source(child), value: this.read(value) });
        i += 2;
      } else {
        found.push({ role, value: this.read(child) });
        role = 'positional';
      }
    }
    return found;
  }

  /** Where one more argument or entry goes: behind the last one, before its comma and any comment. */
  #end(list: SyntaxNode, close: string): { end?: number } {
    if (list.lastChild?.name !== close) return {};
    let end = list.firstChild!.to;
    for (let child = list.firstChild; child; child = child.nextSibling) {
      if (child.type.isError || child.name === 'for') return {};
      if (child.name !== ',' && child.name !== 'Comment' && child.name !== close) end = child.to;
    }
    return { end: end - this.#base };
  }

  /** `partial(AutoModel.from_pretrained, "org/name")` gives the loader its arguments early. */
  #unwrapPartial(call: Call): Call {
    const { callee } = call;
    const name = callee.type === 'name' || callee.type === 'attribute' ? callee.name : '';
    const [inner, ...rest] = call.arguments;
    if (name === 'Thread') return threadCall(call);
    if (inner?.role !== 'positional' || (inner.value.type !== 'name' && inner.value.type !== 'attribute')) return call;
    if (CALLING.test(name)) return { ...call, callee: inner.value, arguments: rest };
    // What is called for every item gets the list in place of the item; there is no place for one more argument.
    if (name === 'map' && rest[0]?.role === 'positional') {
      const { end: _, ...closed } = call;
      return { ...closed, callee: inner.value, arguments: rest };
    }
    if (name !== 'partial') return call;
    return { ...call, callee: inner.value, arguments: rest, early: true };
  }

  #children(node: SyntaxNode): SyntaxNode[] {
    const children: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Comment') this.comment(child);
      else children.push(child);
    }
    return children;
  }

  #range(node: SyntaxNode): { from: number; to: number } {
    return { from: node.from - this.#base, to: node.to - this.#base };
  }
}

/** Functions that call the one that they are given, with the arguments behind it. */
const CALLING = /^(?:submit|to_thread|run_sync)$/;

/** `Thread(target=f, args=("org/name",))`. */
function threadCall(call: Call): Call {
  const [target, given] = ['target', 'args'].map(name => call.arguments.find(each => each.name === name)?.value);
  if (!target || given?.type !== 'sequence') return call;
  const { end: _, ...closed } = call;
  return { ...closed, callee: target, arguments: given.items.map(value => ({ role: 'positional', value })) };
}

const KEYWORD = /^[a-z]+$/;

/** Punctuation and keywords are nodes as well; what can stand for a value begins with a capital. */
export function isExpression(node: SyntaxNode): boolean {
  return !SKIPPED.has(node.name) && !KEYWORD.test(node.name) && /^[A-Z]/.test(node.name) && !NOT_VALUES.has(node.name);
}

const NOT_VALUES = new Set([
  'AssignOp',
  'ArithOp',
  'CompareOp',
  'BitOp',
  'LogicOp',
  'TypeDef',
  'UpdateOp',
  'At',
  'PropertyName',
]);
