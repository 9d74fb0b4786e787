import type { SyntaxNode, Tree } from '@lezer/common';
import {
  type Binding,
  type Expression,
  type Located,
  lastName,
  newScope,
  type Scope,
  type Step,
} from '../program/expression.ts';
import {
  addCall,
  addTo,
  assign,
  enclosingClass,
  isSelf,
  newProgram,
  type Program,
  storeKey,
} from '../program/program.ts';
import { IDIOMS } from './idioms.ts';
import { packageOf } from './packageOf.ts';
import { operands, Translator } from './translate.ts';

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunction', 'MethodDeclaration']);
const CLASSES = new Set(['ClassDeclaration', 'ClassExpression']);

/** Puts a script together: what its names stand for, and what it calls. */
export function readProgram(tree: Tree, source: string): Program {
  const walk = new Walk(source);
  tree.iterate({ enter: ref => walk.enter(ref.node), leave: ref => walk.leave(ref.node) });
  walk.finish();
  return walk.program;
}

class Walk {
  readonly program: Program = newProgram(IDIOMS);
  readonly #translator: Translator;
  readonly #source: string;
  readonly #open: { readonly node: SyntaxNode; readonly scope: Scope }[] = [];
  readonly #assigned: { readonly name: string; readonly value: Located }[] = [];
  #scope: Scope = this.program.top;

  constructor(source: string) {
    this.#source = source;
    this.#translator = new Translator(source);
  }

  enter(node: SyntaxNode): void {
    const { name } = node;
    if (FUNCTIONS.has(name) || (name === 'Property' && node.getChild('ParamList'))) this.#function(node);
    else if (CLASSES.has(name)) this.#class(node);
    else if (name === 'ObjectExpression') this.#object(node);
    else if (name === 'Block' || name === 'ForStatement' || name === 'StaticBlock')
      this.#begin(node, newScope('block'));
    else if (name === 'VariableDeclaration') this.#variables(node);
    else if (name === 'ForOfSpec') this.#loop(node);
    else if (name === 'ImportDeclaration') this.#import(node);
    else if (name === 'ExportDeclaration') this.#exported(node);
    else if (name === 'EnumDeclaration') this.#enumeration(node);
    else if (name === 'PropertyDeclaration') this.#field(node);
    else if (name === 'AssignmentExpression') this.#assignment(node);
    else if (name === 'CallExpression' || name === 'NewExpression' || name === 'DynamicImport') this.#call(node);
    else if (name === 'TemplateString' || name === 'BinaryExpression') this.#template(node);
    else if (name === 'JSXAttribute') this.#attribute(node);
    else if (name === 'ReturnStatement') this.#give(operands(node).find(each => each.name !== 'return'));
  }

  leave(node: SyntaxNode): void {
    const last = this.#open.at(-1);
    if (!last || last.node.from !== node.from || last.node.to !== node.to || last.node.name !== node.name) return;
    this.#open.pop();
    this.#scope = this.#open.at(-1)?.scope ?? this.program.top;
  }

  finish(): void {
    for (const { name, value } of this.#assigned) assign(value.scope, name, value);
  }

  #begin(node: SyntaxNode, scope: Scope): void {
    scope.parent = this.#scope;
    this.#open.push({ node, scope });
    this.#scope = scope;
  }

  #here = (node: SyntaxNode | null | undefined): Located => ({
    expression: this.#translator.expression(node),
    scope: this.#scope,
  });

  #label(label: string | undefined, value: Located): void {
    if (label && /^(?:text|list|either|record|call)$/.test(value.expression.type))
      this.program.labelled.push({ label, value });
  }

  #function(node: SyntaxNode): void {
    const scope = this.#translator.scopeOf(node, 'function');
    const named = node.getChild('VariableDefinition') ?? node.getChild('PropertyDefinition');
    if (named && node.name !== 'ArrowFunction') this.#nameFunction(scope, this.#translator.text(named));
    this.#begin(node, scope);
    const list = node.getChild('ParamList');
    const parts = list ? operands(list) : [];
    let position = -1;
    for (const [index, part] of parts.entries()) {
      const previous = parts[index - 1];
      const isDefault = previous !== undefined && this.#source.slice(previous.to, part.from).includes('=');
      if (isDefault) continue;
      position++;
      const next = parts[index + 1];
      const hasDefault = next !== undefined && /=(?!>)/.test(this.#source.slice(part.to, next.from));
      const fallback = hasDefault ? this.#translator.expression(next) : undefined;
      this.#parameters(part, position, [], fallback, scope);
    }
    const body = node.lastChild;
    if (node.name === 'ArrowFunction' && body && body.name !== 'Block') this.#give(body);
  }

  #nameFunction(scope: Scope, name: string): void {
    if (scope.name !== '') return;
    scope.name = name;
    addTo(this.program.functions, name, scope);
  }

  #parameters(
    node: SyntaxNode,
    position: number,
    steps: readonly Step[],
    fallback: Expression | undefined,
    scope: Scope,
  ): void {
    for (const { name, way, initial } of this.#pattern(node, steps)) {
      const own = initial ?? (steps.length === way.length ? fallback : undefined);
      scope.parameters.push({ name, position, steps: way, ...(own && { fallback: own }) });
      if (own) this.#label(name, { expression: own, scope });
      // The default of the whole pattern: `({ model } = { model: "id" })`.
      if (!own && fallback) addTo(scope.bindings, name, { value: { expression: fallback, scope }, steps: way });
    }
  }

  /** The names that a pattern binds, the way to each, and its default. */
  #pattern(node: SyntaxNode, steps: readonly Step[]): { name: string; way: readonly Step[]; initial?: Expression }[] {
    if (node.name === 'VariableDefinition') return [{ name: this.#translator.text(node), way: steps }];
    if (node.name === 'ArrayPattern') {
      return operands(node).flatMap((each, index) => this.#pattern(each, [...steps, index]));
    }
    if (node.name !== 'ObjectPattern' || steps.length > 6) return [];
    return node.getChildren('PatternProperty').flatMap(property => {
      const parts = operands(property);
      const [first, second] = parts;
      if (!first) return [];
      const key = this.#translator.keyText(first) ?? this.#translator.text(first);
      const isRenamed = property.getChild(':') !== null;
      const target = isRenamed ? second : first;
      const hasDefault = property.getChild('Equals') !== null;
      const initial = hasDefault ? this.#translator.expression(parts.at(-1)) : undefined;
      if (!target) return [];
      const found = this.#pattern(target, [...steps, key]);
      return found.map(each => (initial && target.name === 'VariableDefinition' ? { ...each, initial } : each));
    });
  }

  #class(node: SyntaxNode): void {
    const scope = this.#translator.scopeOf(node, 'class');
    const named = node.getChild('VariableDefinition');
    if (named) this.#nameClass(scope, this.#translator.text(named));
    const base = node.getChild('extends')?.nextSibling;
    const baseName = base ? lastName(this.#translator.expression(base)) : undefined;
    if (baseName) {
      scope.bases.push(baseName);
      addTo(this.program.heirs, baseName, scope);
    }
    this.#begin(node, scope);
  }

  #nameClass(scope: Scope, name: string): void {
    scope.name = name;
    addTo(this.program.classes, name, scope);
  }

  #object(node: SyntaxNode): void {
    const record = this.#translator.expression(node);
    if (record.type !== 'record') return;
    for (const { key, value } of record.entries) {
      this.#label(key, { expression: value, scope: this.#scope });
      if (key !== undefined && value.type === 'function') this.#nameFunction(value.scope, key);
    }
    if (!record.entries.some(entry => entry.value.type === 'function')) return;
    const scope = this.#translator.scopeOf(node, 'class');
    for (const { key, value } of record.entries) {
      if (key !== undefined) addTo(scope.fields, key, { expression: value, scope: this.#scope });
    }
    this.#begin(node, scope);
  }

  #variables(node: SyntaxNode): void {
    const parts = operands(node).filter(each => !/^(?:const|let|var|using|declare)$/.test(each.name));
    parts.forEach((target, index) => {
      const next = parts[index + 1];
      if (!next || !/=/.test(this.#source.slice(target.to, next.from).replace(/=>/g, ''))) return;
      if (target.name !== 'VariableDefinition' && !target.name.endsWith('Pattern')) return;
      this.#bind(target, this.#here(next), []);
    });
  }

  #bind(target: SyntaxNode, value: Located, steps: readonly Step[]): void {
    for (const { name, way, initial } of this.#pattern(target, steps)) {
      const binding: Binding = { value, steps: way };
      addTo(this.#scope.bindings, name, binding);
      if (initial) addTo(this.#scope.bindings, name, { value: { expression: initial, scope: this.#scope }, steps: [] });
      if (way.length > 0) {
        if (initial) this.#label(name, { expression: initial, scope: this.#scope });
        if (way.length === 1 && way[0] === 0) this.#label(name, value);
        continue;
      }
      this.#label(name, value);
      if (value.expression.type === 'function') this.#nameFunction(value.expression.scope, name);
    }
  }

  #loop(node: SyntaxNode): void {
    const parts = operands(node);
    const target = parts.find(each => each.name === 'VariableDefinition' || each.name.endsWith('Pattern'));
    const over = parts.at(-1);
    if (target && over && over !== target) this.#bind(target, this.#here(over), ['item']);
  }

  #import(node: SyntaxNode): void {
    const specifier = node.getChildren('String').at(-1);
    const read = specifier && this.#translator.expression(specifier);
    if (read?.type !== 'text') return;
    const from = packageOf(read.value);
    this.program.packages.add(from);
    const bind = (local: SyntaxNode, path: readonly string[]) => {
      const expression: Expression = { type: 'imported', package: from, path, from: local.from, to: local.to };
      addTo(this.#scope.bindings, this.#translator.text(local), {
        value: { expression, scope: this.#scope },
        steps: [],
      });
    };
    for (let child = node.firstChild; child; child = child.nextSibling) {
      // What a package gives by default is called what the file calls it: `OpenAI`.
      if (child.name === 'VariableDefinition') {
        bind(child, child.prevSibling?.name === 'as' ? [] : [this.#translator.text(child)]);
      }
      if (child.name !== 'ImportGroup') continue;
      let original: string | undefined;
      for (let part = child.firstChild; part; part = part.nextSibling) {
        if (part.name === ',') original = undefined;
        else if (part.name === 'VariableName' || part.name === 'String') original = this.#translator.text(part);
        else if (part.name === 'VariableDefinition') bind(part, [original ?? this.#translator.text(part)]);
      }
    }
  }

  /** `export … from "package"` says which library a file is about. */
  #exported(node: SyntaxNode): void {
    const specifier = node.getChild('String');
    const read = specifier && node.getChild('from') ? this.#translator.expression(specifier) : undefined;
    if (read?.type === 'text') this.program.packages.add(packageOf(read.value));
  }

  #enumeration(node: SyntaxNode): void {
    const body = node.getChild('EnumBody');
    const named = node.getChild('TypeDefinition');
    if (!body || !named) return;
    const parts = operands(body);
    const entries = parts.flatMap((part, index) => {
      const next = parts[index + 1];
      const isKey = next && this.#source.slice(part.to, next.from).trim() === '=';
      return isKey ? [{ key: this.#translator.text(part), value: this.#translator.expression(next) }] : [];
    });
    const expression: Expression = { type: 'record', entries, open: body.from + 1, from: body.from, to: body.to };
    const value = { expression, scope: this.#scope };
    addTo(this.#scope.bindings, this.#translator.text(named), { value, steps: [] });
  }

  #field(node: SyntaxNode): void {
    const key = node.getChild('PropertyDefinition') ?? node.getChild('PrivatePropertyDefinition');
    const equals = node.getChild('Equals');
    if (!key || !equals?.nextSibling) return;
    const owner = enclosingClass(this.#scope);
    const name = this.#translator.text(key).replace(/^#/, '');
    const value = this.#here(equals.nextSibling);
    if (owner) addTo(owner.fields, name, value);
    this.#label(name, value);
    if (value.expression.type === 'function') this.#nameFunction(value.expression.scope, name);
  }

  #assignment(node: SyntaxNode): void {
    const parts = operands(node);
    const target = parts[0];
    if (!target || parts.length < 2) return;
    const value = this.#here(parts.at(-1));
    const place = this.#translator.expression(target);
    if (place.type === 'name') this.#assigned.push({ name: place.name, value });
    if (place.type === 'name' || place.type === 'member') this.#label(place.name, value);
    if (place.type !== 'member') return;
    const owner = isSelf(place.object) ? enclosingClass(this.#scope) : undefined;
    const objectName = lastName(place.object);
    if (owner) addTo(owner.fields, place.name, value);
    else if (objectName) {
      addTo(this.program.stores, storeKey(objectName, place.name), value);
      for (const each of this.program.classes.get(objectName) ?? []) addTo(each.fields, place.name, value);
    }
  }

  #call(node: SyntaxNode): void {
    const located = this.#here(node);
    const { expression } = located;
    if (expression.type === 'imported') this.program.packages.add(expression.package);
    if (expression.type !== 'call') return;
    const call = { ...located, expression };
    addCall(this.program, call);
    for (const given of expression.arguments) if (given.type === 'function') given.scope.handedTo = call;
  }

  #template(node: SyntaxNode): void {
    const { expression, scope } = this.#here(node);
    if (expression.type === 'template') this.program.templates.push({ expression, scope });
  }

  #attribute(node: SyntaxNode): void {
    const name = node.getChild('JSXIdentifier');
    const value = node.getChild('JSXAttributeValue') ?? node.getChild('JSXEscape');
    if (name && value) this.#label(this.#translator.text(name), this.#here(value));
  }

  #give(node: SyntaxNode | null | undefined): void {
    if (!node) return;
    for (let at: Scope | undefined = this.#scope; at; at = at.parent) {
      if (at.kind !== 'function') continue;
      at.gives.push(this.#here(node));
      return;
    }
  }
}
