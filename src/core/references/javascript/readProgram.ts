import type { SyntaxNode, Tree } from '@lezer/common';
import { Draft } from '../program/draft.ts';
import { type Expression, type Located, lastName, newScope, type Scope, type Step } from '../program/expression.ts';
import { addCall, addTo, enclosingClass, isSelf, type Program, storeKey } from '../program/program.ts';
import { IDIOMS } from './idioms.ts';
import { exportedFrom, importsOf } from './imports.ts';
import { parametersOf } from './parameters.ts';
import { boundNames, isPattern } from './patterns.ts';
import { operands, Translator } from './translate.ts';

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunction', 'MethodDeclaration']);
const CLASSES = new Set(['ClassDeclaration', 'ClassExpression']);

/** Puts a script together: what its names stand for, and what it calls. It may come in parts, each with a tree. */
export function readProgram(trees: readonly Tree[], source: string): Program {
  return new Walk(source).read(trees);
}

class Walk {
  readonly #translator: Translator;
  readonly #draft: Draft;
  readonly #program: Program;

  constructor(source: string) {
    this.#translator = new Translator(source);
    this.#draft = new Draft(IDIOMS, node => this.#translator.expression(node));
    this.#program = this.#draft.program;
  }

  read(trees: readonly Tree[]): Program {
    for (const tree of trees) this.#draft.walk(tree, node => this.#enter(node));
    return this.#program;
  }

  #enter(node: SyntaxNode): void {
    const { name } = node;
    if (FUNCTIONS.has(name) || (name === 'Property' && node.getChild('ParamList'))) this.#function(node);
    else if (CLASSES.has(name)) this.#class(node);
    else if (name === 'ObjectExpression') this.#object(node);
    else if (name === 'Block' || name === 'ForStatement' || name === 'StaticBlock')
      this.#draft.begin(node, newScope('block'));
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
    else if (name === 'ReturnStatement') this.#draft.give(operands(node).find(each => each.name !== 'return'));
  }

  #function(node: SyntaxNode): void {
    const scope = this.#translator.scopeOf(node, 'function');
    const named = node.getChild('VariableDefinition') ?? node.getChild('PropertyDefinition');
    if (named && node.name !== 'ArrowFunction') this.#nameFunction(scope, this.#translator.text(named));
    this.#draft.begin(node, scope);
    for (const { name, position, steps, initial, whole } of parametersOf(node, this.#translator)) {
      scope.parameters.push({ name, position, steps, ...(initial && { fallback: initial }) });
      if (initial) this.#draft.label(name, { expression: initial, scope });
      if (whole) addTo(scope.bindings, name, { value: { expression: whole, scope }, steps });
    }
    const body = node.lastChild;
    if (node.name === 'ArrowFunction' && body && body.name !== 'Block') this.#draft.give(body);
  }

  #nameFunction(scope: Scope, name: string): void {
    if (scope.name !== '') return;
    scope.name = name;
    addTo(this.#program.functions, name, scope);
  }

  #class(node: SyntaxNode): void {
    const scope = this.#translator.scopeOf(node, 'class');
    const named = node.getChild('VariableDefinition');
    if (named) this.#nameClass(scope, this.#translator.text(named));
    const base = node.getChild('extends')?.nextSibling;
    const baseName = base ? lastName(this.#translator.expression(base)) : undefined;
    if (baseName) {
      scope.bases.push(baseName);
      addTo(this.#program.heirs, baseName, scope);
    }
    this.#draft.begin(node, scope);
  }

  #nameClass(scope: Scope, name: string): void {
    scope.name = name;
    addTo(this.#program.classes, name, scope);
  }

  #object(node: SyntaxNode): void {
    const record = this.#translator.expression(node);
    if (record.type !== 'record') return;
    for (const { key, value } of record.entries) {
      this.#draft.label(key, { expression: value, scope: this.#draft.scope }, { record });
      if (key !== undefined && value.type === 'function') this.#nameFunction(value.scope, key);
    }
    if (!record.entries.some(entry => entry.value.type === 'function')) return;
    const scope = this.#translator.scopeOf(node, 'class');
    for (const { key, value } of record.entries) {
      if (key !== undefined) addTo(scope.fields, key, { expression: value, scope: this.#draft.scope });
    }
    this.#draft.begin(node, scope);
  }

  #variables(node: SyntaxNode): void {
    const parts = operands(node).filter(each => !/^(?:const|let|var|using|declare)$/.test(each.name));
    parts.forEach((target, index) => {
      const next = parts[index + 1];
      if (!next || !/=/.test(this.#translator.source.slice(target.to, next.from).replace(/=>/g, ''))) return;
      if (isPattern(target)) this.#bind(target, this.#draft.here(next), []);
    });
  }

  #bind(target: SyntaxNode, value: Located, steps: readonly Step[]): void {
    const { scope } = this.#draft;
    for (const { name, steps: way, initial } of boundNames(target, this.#translator, steps)) {
      addTo(scope.bindings, name, { value, steps: way });
      if (initial) addTo(scope.bindings, name, { value: { expression: initial, scope }, steps: [] });
      if (way.length > 0) {
        if (initial) this.#draft.label(name, { expression: initial, scope });
        if (way.length === 1 && way[0] === 0) this.#draft.label(name, value);
        continue;
      }
      this.#draft.label(name, value);
      if (value.expression.type === 'function') this.#nameFunction(value.expression.scope, name);
    }
  }

  #loop(node: SyntaxNode): void {
    const parts = operands(node);
    const target = parts.find(isPattern);
    const over = parts.at(-1);
    if (target && over && over !== target) this.#bind(target, this.#draft.here(over), ['item']);
  }

  #import(node: SyntaxNode): void {
    const read = importsOf(node, this.#translator);
    if (!read) return;
    this.#draft.imports(read.package);
    const { scope } = this.#draft;
    for (const { local, path } of read.names) {
      const { from, to } = local;
      const expression: Expression = { type: 'imported', package: read.package, path, from, to };
      addTo(scope.bindings, this.#translator.text(local), { value: { expression, scope }, steps: [] });
    }
  }

  #exported(node: SyntaxNode): void {
    const from = exportedFrom(node, this.#translator);
    if (from !== undefined) this.#draft.imports(from);
  }

  #enumeration(node: SyntaxNode): void {
    const body = node.getChild('EnumBody');
    const named = node.getChild('TypeDefinition');
    if (!body || !named) return;
    const parts = operands(body);
    const entries = parts.flatMap((part, index) => {
      const next = parts[index + 1];
      const isKey = next && this.#translator.source.slice(part.to, next.from).trim() === '=';
      return isKey ? [{ key: this.#translator.text(part), value: this.#translator.expression(next) }] : [];
    });
    const expression: Expression = { type: 'record', entries, open: body.from + 1, from: body.from, to: body.to };
    const value = { expression, scope: this.#draft.scope };
    addTo(this.#draft.scope.bindings, this.#translator.text(named), { value, steps: [] });
  }

  #field(node: SyntaxNode): void {
    const key = node.getChild('PropertyDefinition') ?? node.getChild('PrivatePropertyDefinition');
    const equals = node.getChild('Equals');
    if (!key || !equals?.nextSibling) return;
    const owner = enclosingClass(this.#draft.scope);
    const name = this.#translator.text(key).replace(/^#/, '');
    const value = this.#draft.here(equals.nextSibling);
    if (owner) addTo(owner.fields, name, value);
    this.#draft.label(name, value);
    if (value.expression.type === 'function') this.#nameFunction(value.expression.scope, name);
  }

  #assignment(node: SyntaxNode): void {
    const parts = operands(node);
    const target = parts[0];
    if (!target || parts.length < 2) return;
    const value = this.#draft.here(parts.at(-1));
    const place = this.#translator.expression(target);
    if (place.type === 'name') this.#draft.assign(place.name, value);
    if (place.type === 'name' || place.type === 'member') this.#draft.label(place.name, value);
    if (place.type !== 'member') return;
    const owner = isSelf(place.object) ? enclosingClass(this.#draft.scope) : undefined;
    const objectName = lastName(place.object);
    if (owner) addTo(owner.fields, place.name, value);
    else if (objectName) {
      addTo(this.#program.stores, storeKey(objectName, place.name), value);
      for (const each of this.#program.classes.get(objectName) ?? []) addTo(each.fields, place.name, value);
    }
  }

  #call(node: SyntaxNode): void {
    const { expression, scope } = this.#draft.here(node);
    if (expression.type === 'imported') this.#draft.imports(expression.package);
    if (expression.type === 'call') addCall(this.#program, { expression, scope });
  }

  #template(node: SyntaxNode): void {
    const { expression, scope } = this.#draft.here(node);
    if (expression.type === 'template') this.#program.templates.push({ expression, scope });
  }

  #attribute(node: SyntaxNode): void {
    const name = node.getChild('JSXIdentifier');
    const value = node.getChild('JSXAttributeValue') ?? node.getChild('JSXEscape');
    if (name && value) this.#draft.label(this.#translator.text(name), this.#draft.here(value));
  }
}
