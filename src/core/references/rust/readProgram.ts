import type { SyntaxNode, Tree } from '@lezer/common';
import { Draft } from '../program/draft.ts';
import { type Expression, type Located, lastName, newScope, type Scope } from '../program/expression.ts';
import { addCall, addTo, enclosingClass, isSelf, type Program } from '../program/program.ts';
import { readAttributes } from './attributes.ts';
import { IDIOMS } from './idioms.ts';
import { boundNames, isPattern } from './patterns.ts';
import { operands, Translator } from './translate.ts';
import { madeOf, typeName, typeOf } from './types.ts';
import { importsOf } from './uses.ts';

/** Puts a Rust file together: what its names stand for, and what it calls. `crates`: those that a path may begin with. */
export function readProgram(tree: Tree, source: string, crates: ReadonlySet<string>): Program {
  return new Walk(source, crates).read(tree);
}

interface Typed {
  readonly scope: Scope;
  readonly name: string;
  readonly type: string;
}

/** Only functions, closures and the methods of a type open a scope: a name that a block binds again has all its values. */
class Walk {
  readonly #source: string;
  readonly #translator: Translator;
  readonly #draft: Draft;
  readonly #program: Program;
  readonly #typed: Typed[] = [];

  constructor(source: string, crates: ReadonlySet<string>) {
    this.#source = source;
    this.#translator = new Translator(source, crates);
    this.#draft = new Draft(IDIOMS, node => this.#translator.expression(node));
    this.#program = this.#draft.program;
  }

  readonly #readers: Readonly<Record<string, (node: SyntaxNode) => void>> = {
    UseDeclaration: node => this.#use(node),
    ImplItem: node => this.#draft.begin(node, this.#class(typeName(typeOf(node), this.#source))),
    TraitItem: node => this.#draft.begin(node, this.#class(typeName(typeOf(node), this.#source))),
    FunctionItem: node => this.#function(node),
    ClosureExpression: node => this.#function(node),
    LetDeclaration: node => this.#let(node),
    ForExpression: node => this.#loop(node),
    MatchExpression: node => this.#match(node),
    ConstItem: node => this.#constant(node),
    StaticItem: node => this.#constant(node),
    StructItem: node => this.#struct(node),
    StructExpression: node => this.#record(node),
    AssignmentExpression: node => this.#assignment(node),
    ReturnExpression: node => this.#draft.give(operands(node)[0]),
    CallExpression: node => this.#call(node),
  };

  read(tree: Tree): Program {
    this.#draft.walk(tree, node => {
      if (Object.hasOwn(this.#readers, node.name)) this.#readers[node.name]!(node);
    });
    for (const { scope, name, type } of this.#typed) {
      const own = this.#program.classes.get(type)?.[0];
      // A parameter of a type of this file has the fields that the file gives to that type.
      if (own) addTo(scope.bindings, name, { value: { expression: madeOf(type), scope }, steps: [] });
    }
    return this.#program;
  }

  /** The one scope of a type, however many `impl` it has. */
  #class(name: string): Scope {
    const known = this.#program.classes.get(name)?.[0];
    if (known) return known;
    const scope = newScope('class', name, this.#program.top);
    addTo(this.#program.classes, name, scope);
    return scope;
  }

  #use(node: SyntaxNode): void {
    for (const { local, crate, path } of importsOf(this.#translator.text(node).slice(0, 20_000))) {
      this.#draft.imports(crate);
      const expression: Expression = { type: 'imported', package: crate, path, from: node.from, to: node.to };
      addTo(this.#program.top.bindings, local, { value: { expression, scope: this.#program.top }, steps: [] });
    }
  }

  #function(node: SyntaxNode): void {
    const scope = this.#translator.scopeOf(node);
    const name = node.name === 'FunctionItem' ? node.getChild('BoundIdentifier') : null;
    const list = node.getChild('ParamList');
    if (name) {
      const written = this.#translator.text(name);
      // `new` says nothing; the calls of a function without `self` name its type.
      const owner = list?.getChild('SelfParameter') ? undefined : enclosingClass(this.#draft.scope)?.name;
      scope.name = owner ? `${owner}::${written}` : written;
      addTo(this.#program.functions, written, scope);
    }
    this.#draft.begin(node, scope);
    (list?.getChildren('Parameter') ?? []).forEach((parameter, position) => {
      const [pattern, type] = operands(parameter);
      if (!pattern) return;
      const bound = boundNames(pattern, this.#source);
      for (const each of bound) scope.parameters.push({ ...each, position });
      const named = typeName(type?.name === 'ReferenceType' ? operands(type).at(-1) : type, this.#source);
      if (bound.length === 1) this.#typed.push({ scope, name: bound[0]!.name, type: named });
    });
    if (node.name === 'FunctionItem') this.#draft.give(node.getChild('Block'));
    else this.#draft.give(operands(node).at(-1));
  }

  #let(node: SyntaxNode): void {
    const equals = node.getChild('=');
    const target = operands(node).find(isPattern);
    if (!target || !equals?.nextSibling) return;
    this.#bind(target, this.#draft.here(equals.nextSibling));
  }

  #bind(target: SyntaxNode, value: Located, isItem = false): void {
    for (const { name, steps } of boundNames(target, this.#source)) {
      addTo(this.#draft.scope.bindings, name, { value, steps: isItem ? ['item', ...steps] : steps });
      if (steps.length === 0) this.#draft.label(name, value);
    }
  }

  #loop(node: SyntaxNode): void {
    const [target, over] = operands(node).filter(each => each.name !== 'for' && each.name !== 'in');
    if (target && over && isPattern(target)) this.#bind(target, this.#draft.here(over), true);
  }

  #match(node: SyntaxNode): void {
    const asked = this.#draft.here(operands(node)[0]);
    for (const arm of node.getChild('MatchBlock')?.getChildren('MatchArm') ?? []) {
      const target = arm.firstChild;
      if (!target || !isPattern(target)) continue;
      for (const { name, steps } of boundNames(target, this.#source)) {
        addTo(this.#draft.scope.bindings, name, { value: asked, steps });
      }
    }
  }

  #constant(node: SyntaxNode): void {
    const name = node.getChild('BoundIdentifier');
    const equals = node.getChild('=');
    if (!name || !equals?.nextSibling) return;
    const value = this.#draft.here(equals.nextSibling);
    const written = this.#translator.text(name);
    if (this.#draft.scope.kind === 'class') addTo(this.#draft.scope.fields, written, value);
    else addTo(this.#draft.scope.bindings, written, { value, steps: [] });
    this.#draft.label(written, value);
  }

  #struct(node: SyntaxNode): void {
    const named = node.getChild('TypeIdentifier');
    const list = node.getChild('FieldDeclarationList');
    if (!named || !list) return;
    const owner = this.#class(this.#translator.text(named));
    for (const { field, value, isOption, told } of readAttributes(list, this.#source)) {
      const located = { expression: value, scope: this.#program.top };
      addTo(owner.fields, field, located);
      if (isOption) addTo(this.#program.options, field, located);
      this.#draft.label(field, located, told && { told });
    }
  }

  /** `Config { repo: "…" }` gives the fields of the type their values. */
  #record(node: SyntaxNode): void {
    const { expression, scope } = this.#draft.here(node);
    if (expression.type !== 'record') return;
    const type = typeName(operands(node)[0], this.#source);
    const owner = type === 'Self' ? enclosingClass(scope) : this.#class(type);
    const beside = expression.entries.find(entry => entry.key === 'revision')?.value;
    const revision = beside && { expression: beside, scope };
    for (const { key, value } of expression.entries) {
      if (key === undefined) continue;
      if (owner) addTo(owner.fields, key, { expression: value, scope });
      this.#draft.label(key, { expression: value, scope }, revision && { revision });
    }
  }

  #assignment(node: SyntaxNode): void {
    const [target, given] = operands(node);
    if (!target || !given) return;
    const value = this.#draft.here(given);
    const place = this.#translator.expression(target);
    if (place.type === 'name') this.#draft.assign(place.name, value);
    const owner = place.type === 'member' && isSelf(place.object) ? enclosingClass(this.#draft.scope) : undefined;
    if (place.type === 'member' && owner) addTo(owner.fields, place.name, value);
  }

  #call(node: SyntaxNode): void {
    const { expression, scope } = this.#draft.here(node);
    if (expression.type !== 'call') return;
    let root = expression.callee;
    while (root.type === 'member') root = root.object;
    if (root.type === 'imported') this.#draft.imports(root.package);
    const call = { expression, scope };
    addCall(this.#program, call);
    if (expression.callee.type === 'member') {
      const { object, name } = expression.callee;
      const owner =
        isSelf(object) && object.type === 'name' && object.name === 'Self'
          ? enclosingClass(scope)?.name
          : lastName(object);
      if (owner) addTo(this.#program.callsByName, `${owner}::${name}`, call);
    }
  }
}
