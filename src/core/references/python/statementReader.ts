import type { SyntaxNode } from '@lezer/common';
import type { Call, Expression, Fact, Parameter } from './expression.ts';
import { ExpressionReader } from './expressions.ts';
import { storedField } from './fieldNames.ts';
import { importedNames } from './importedNames.ts';
import { lastName } from './scope.ts';
import { StatementText } from './statementText.ts';
import { isExpression } from './valueNodes.ts';

/** Deeper nesting of blocks than any person writes. */
export const MAX_DEPTH = 100;

/** Reads statements of any kind; blocks are read through unless the caller takes them. */
export class StatementReader {
  readonly #facts: Fact[];
  readonly #text: StatementText;
  readonly #expressions: ExpressionReader;
  #depth: number;
  /** Definitions entered and not left. */
  open = 0;

  constructor(text: string, base: number, facts: Fact[], depth: number) {
    this.#facts = facts;
    this.#depth = depth;
    this.#text = new StatementText(text, base, facts);
    this.#expressions = new ExpressionReader(this.#text);
  }

  statement(node: SyntaxNode): void {
    if (node.name === 'Comment') {
      this.#text.comment(node);
      return;
    }
    if (this.#depth >= MAX_DEPTH) return;
    this.#depth++;
    const before = this.open;
    for (const body of this.head(node)) {
      const first = this.#facts.length;
      for (let child = body.firstChild; child; child = child.nextSibling) this.statement(child);
      endBlock(this.#facts, first, this.#text.range(body).to);
    }
    if (this.open > before) {
      this.#facts.push({ type: 'leave' });
      this.open--;
    }
    this.#depth--;
  }

  /** Reads all of the statement but its blocks, and gives those back. */
  head(node: SyntaxNode, decorators: readonly Call[] = []): SyntaxNode[] {
    switch (node.name) {
      case 'ImportStatement':
        this.#imports(node);
        return [];
      case 'AssignStatement':
        this.#assign(node);
        return [];
      case 'ReturnStatement':
      case 'YieldStatement':
        for (const value of this.#values(node)) this.#facts.push({ type: 'give', value });
        return [];
      case 'DecoratedStatement':
        return this.#decorated(node);
      case 'FunctionDefinition':
      case 'ClassDefinition':
        return this.#definition(node, decorators, false);
      case 'ForStatement':
        return this.#for(node);
      case 'WithStatement':
        return this.#with(node);
      default:
        return this.#any(node);
    }
  }

  #any(node: SyntaxNode): SyntaxNode[] {
    const bodies: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Comment') this.#text.comment(child);
      else if (child.name === 'Body' || child.name === 'MatchBody' || child.name === 'MatchClause') bodies.push(child);
      else if (child.name.endsWith('Statement') || child.name.endsWith('Definition')) this.statement(child);
      else if (child.firstChild || isExpression(child)) this.#expressions.read(child);
    }
    return bodies;
  }

  #imports(node: SyntaxNode): void {
    for (const { name, path } of importedNames(this.#text.source(node))) {
      this.#facts.push({ type: 'bind', name, value: { type: 'imported', path, from: 0, to: 0 }, steps: [] });
    }
  }

  #assign(node: SyntaxNode): void {
    const sides: SyntaxNode[][] = [[]];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'AssignOp') sides.push([]);
      else if (child.name === 'Comment') this.#text.comment(child);
      else if (isExpression(child)) sides.at(-1)!.push(child);
    }
    if (sides.length < 2) return;
    const values = sides.pop()!.map(value => this.#expressions.read(value));
    if (values.length === 0) return;
    const value: Expression =
      values.length === 1
        ? values[0]!
        : { type: 'sequence', items: values, from: values[0]!.from, to: values.at(-1)!.to };
    for (const targets of sides) this.#bindTargets(targets, value);
  }

  #bindTargets(targets: readonly SyntaxNode[], value: Expression): void {
    const names = targets.flatMap(target => (/^(?:Tuple|Array)/.test(target.name) ? namesIn(target) : [target]));
    names.forEach((target, index) => {
      const steps = names.length === 1 ? [] : [index];
      if (/^(?:VariableName|Tuple|Array)/.test(target.name)) {
        this.#expressions.targets.bind(target, value, steps);
        return;
      }
      const read = this.#expressions.read(target);
      const isPlace = read.type === 'attribute' || read.type === 'subscript';
      if (!isPlace || steps.length > 0) return;
      this.#facts.push({ type: 'store', target: read, value });
      const field = storedField(read);
      if (typeof field === 'string') this.#text.named(field, value, lastName(read.object) === 'environ');
    });
  }

  #decorated(node: SyntaxNode): SyntaxNode[] {
    const decorators = node.getChildren('Decorator').flatMap(each => this.#decorator(each) ?? []);
    const definition = node.getChild('FunctionDefinition') ?? node.getChild('ClassDefinition');
    return definition ? this.#definition(definition, decorators, true) : [];
  }

  /** A decorator has the parts of a call, but no call node around them. */
  #decorator(node: SyntaxNode): Call | undefined {
    const list = node.getChild('ArgList');
    if (!list) return undefined;
    const names = node.getChildren('VariableName');
    const [first, ...rest] = names.length > 1 ? names : [...names, ...node.getChildren('PropertyName')];
    if (!first) return undefined;
    const callee = rest.reduce<Expression>((object, name) => {
      return { type: 'attribute', object, name: this.#text.source(name), from: object.from, to: object.to };
    }, this.#expressions.read(first));
    return this.#expressions.call(node, callee, list);
  }

  #definition(node: SyntaxNode, decorators: readonly Call[], decorated: boolean): SyntaxNode[] {
    const name = node.getChild('VariableName');
    const isClass = node.name === 'ClassDefinition';
    const parameters = node.getChild('ParamList');
    const bases = isClass ? node.getChild('ArgList') : null;
    const ancestors = bases ? this.#values(bases) : [];
    this.open++;
    this.#facts.push({
      type: 'enter',
      kind: isClass ? 'class' : 'function',
      name: name ? this.#text.source(name) : '',
      parameters: parameters ? this.#parameters(parameters) : [],
      bases: ancestors,
      decorators,
      fillable: isClass && (decorated || ancestors.some(each => FILLABLE.test(lastName(each) ?? ''))),
    });
    const body = node.getChild('Body');
    return body ? [body] : [];
  }

  #parameters(list: SyntaxNode): Parameter[] {
    const found: { name: string; variadic: boolean; fallback?: Expression }[] = [];
    let variadic = false;
    let afterAssign = false;
    for (let child = list.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Comment') this.#text.comment(child);
      else if (child.name === '*' || child.name === '**') variadic = true;
      else if (child.name === 'AssignOp') afterAssign = true;
      else if (child.name === ',') [variadic, afterAssign] = [false, false];
      else if (child.name === 'TypeDef') this.#any(child);
      else if (!isExpression(child)) continue;
      else if (afterAssign) {
        const last = found.at(-1);
        if (!last) continue;
        last.fallback = this.#expressions.read(child);
        this.#text.named(last.name, last.fallback);
      } else if (child.name === 'VariableName') {
        found.push({ name: this.#text.source(child), variadic });
      }
    }
    return found;
  }

  #for(node: SyntaxNode): SyntaxNode[] {
    const head: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Comment') this.#text.comment(child);
      else if (child.name !== 'Body') head.push(child);
    }
    this.#expressions.targets.loop(head);
    return node.getChildren('Body');
  }

  #with(node: SyntaxNode): SyntaxNode[] {
    let value: Expression | undefined;
    let naming = false;
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'as') naming = true;
      else if (naming && child.name === 'VariableName' && value) {
        this.#facts.push({ type: 'bind', name: this.#text.source(child), value, steps: [] });
        naming = false;
      } else if (child.name === 'Comment') this.#text.comment(child);
      else if (isExpression(child) && child.name !== 'Body') value = this.#expressions.read(child);
    }
    return node.getChildren('Body');
  }

  #values(node: SyntaxNode): Expression[] {
    const values: Expression[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'Comment') this.#text.comment(child);
      else if (isExpression(child)) values.push(this.#expressions.read(child));
    }
    return values;
  }
}

/** Bases whose classes take their fields as arguments: of pydantic, attrs, msgspec, `typing` and trainers. */
const FILLABLE = /Model$|Settings|Config|Arg(?:ument)?s|NamedTuple|TypedDict|Struct|Schema|Options|Params/;

/** Tells the bindings from `first` on where their block ends, unless an inner block did. */
function endBlock(facts: Fact[], first: number, blockEnd: number): void {
  for (let i = first; i < facts.length; i++) {
    const fact = facts[i]!;
    if (fact.type === 'bind' && fact.blockEnd === undefined) facts[i] = { ...fact, blockEnd };
  }
}

function namesIn(target: SyntaxNode): SyntaxNode[] {
  const names: SyntaxNode[] = [];
  for (let child = target.firstChild; child; child = child.nextSibling) if (isExpression(child)) names.push(child);
  return names;
}
