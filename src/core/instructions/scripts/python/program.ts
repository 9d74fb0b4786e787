import type { SyntaxNode, Tree } from '@lezer/common';

/** What a Python file says about its own names: enough to follow a value one step through the file, and no more. */
export interface Program {
  readonly text: string;
  /** `b` → `base64`, `d` → `base64.b64decode`. */
  readonly imports: ReadonlyMap<string, string>;
  /** Every expression that a name is given, in order: assignments, `with … as`, `for … in`. */
  readonly values: ReadonlyMap<string, readonly SyntaxNode[]>;
  /** What a function of this file returns. */
  readonly returns: ReadonlyMap<string, readonly SyntaxNode[]>;
  readonly calls: readonly SyntaxNode[];
  readonly strings: readonly SyntaxNode[];
  readonly members: readonly SyntaxNode[];
  readonly assignments: readonly SyntaxNode[];
  readonly tries: readonly SyntaxNode[];
}

/** Beyond this many nodes of one kind a file is generated or hostile; the rest is not followed. */
const NODE_LIMIT = 20_000;
/** A name with more values than this holds no constant that could be followed. */
const VALUE_LIMIT = 8;

export const slice = (program: Program, node: SyntaxNode): string => program.text.slice(node.from, node.to);

export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child && found.length < 2_000; child = child.nextSibling) found.push(child);
  return found;
}

export function readProgram(text: string, tree: Tree): Program {
  const imports = new Map<string, string>();
  const values = new Map<string, SyntaxNode[]>();
  const returns = new Map<string, SyntaxNode[]>();
  const kinds: Record<string, SyntaxNode[]> = {
    CallExpression: [],
    String: [],
    MemberExpression: [],
    AssignStatement: [],
    TryStatement: [],
  };
  const give = (map: Map<string, SyntaxNode[]>, name: string, value: SyntaxNode) => {
    const known = map.get(name);
    if (!known) map.set(name, [value]);
    else if (known.length < VALUE_LIMIT) known.push(value);
  };
  const nameOf = (node: SyntaxNode) => text.slice(node.from, node.to);

  tree.iterate({
    enter: cursor => {
      const kind = cursor.name === 'FormatString' || cursor.name === 'ContinuedString' ? 'String' : cursor.name;
      const list = kinds[kind];
      if (list && list.length < NODE_LIMIT) list.push(cursor.node);
      if (cursor.name === 'ImportStatement') readImport(cursor.node, nameOf, imports);
      else if (cursor.name === 'AssignStatement' || cursor.name === 'NamedExpression') {
        const parts = children(cursor.node);
        const value = parts.at(-1);
        if (value)
          for (const part of parts.slice(0, -1)) if (part.name === 'VariableName') give(values, nameOf(part), value);
      } else if (cursor.name === 'WithStatement') {
        const parts = children(cursor.node);
        parts.forEach((part, i) => {
          if (part.name === 'as' && parts[i - 1] && parts[i + 1]) give(values, nameOf(parts[i + 1]!), parts[i - 1]!);
        });
      } else if (cursor.name === 'ForStatement') {
        const parts = children(cursor.node);
        const at = parts.findIndex(part => part.name === 'in');
        if (at > 0 && parts[at + 1]) give(values, nameOf(parts[at - 1]!), parts[at + 1]!);
      } else if (cursor.name === 'ReturnStatement') {
        const value = cursor.node.lastChild;
        const owner = functionAround(cursor.node);
        if (value && value.name !== 'return' && owner) give(returns, nameOf(owner), value);
      }
    },
  });
  return {
    text,
    imports,
    values,
    returns,
    calls: kinds['CallExpression']!,
    strings: kinds['String']!,
    members: kinds['MemberExpression']!,
    assignments: kinds['AssignStatement']!,
    tries: kinds['TryStatement']!,
  };
}

function functionAround(node: SyntaxNode): SyntaxNode | null {
  for (let at = node.parent; at; at = at.parent)
    if (at.name === 'FunctionDefinition') return at.getChild('VariableName');
  return null;
}

/** `import a.b as c`, `from a import b as c, d`. */
function readImport(node: SyntaxNode, nameOf: (node: SyntaxNode) => string, imports: Map<string, string>): void {
  const words = children(node).map(nameOf);
  const at = words.indexOf('import');
  const from = words[0] === 'from' ? words.slice(1, at).join('') : '';
  let path: string[] = [];
  const finish = (as?: string) => {
    if (path.length === 0) return;
    const full = path.join('.');
    imports.set(as ?? (from ? full : path[0]!), from ? `${from}.${full}` : as ? full : path[0]!);
    path = [];
  };
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i]!;
    if (word === ',' || word === '(' || word === ')') finish();
    else if (word === 'as') finish(words[++i]);
    else if (word !== '.') path.push(word);
  }
  finish();
}

/** The arguments of a call: by position, and by keyword. */
export function argumentsOf(
  program: Program,
  call: SyntaxNode,
): { positional: SyntaxNode[]; keyword: Map<string, SyntaxNode> } {
  const positional: SyntaxNode[] = [];
  const keyword = new Map<string, SyntaxNode>();
  const list = call.getChild('ArgList');
  const parts = list ? children(list).filter(part => !/^[(),]$/.test(part.name)) : [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (parts[i + 1]?.name === 'AssignOp' && parts[i + 2]) {
      keyword.set(slice(program, part), parts[i + 2]!);
      i += 2;
    } else if (part.name !== '*' && part.name !== '**' && part.name !== 'Comment') positional.push(part);
  }
  return { positional, keyword };
}

const DEPTH_LIMIT = 8;

/** The full name of what an expression names: `d` → `base64.b64decode`, `__import__("os").system` → `os.system`, `getattr(os, "system")`. */
export function nameOf(program: Program, node: SyntaxNode | null, depth = 0): string {
  if (!node || depth > DEPTH_LIMIT) return '';
  if (node.name === 'VariableName') {
    const name = slice(program, node);
    const imported = program.imports.get(name);
    if (imported) return imported;
    const value = program.values.get(name)?.[0];
    if (value && /^(?:CallExpression|MemberExpression)$/.test(value.name))
      return nameOf(program, value, depth + 1) || name;
    return name;
  }
  if (node.name === 'ParenthesizedExpression' || node.name === 'AwaitExpression')
    return nameOf(program, node.getChild('CallExpression') ?? node.getChild('VariableName'), depth + 1);
  if (node.name === 'MemberExpression') {
    const property = node.getChild('PropertyName');
    if (!property) return '';
    return `${nameOf(program, node.firstChild, depth + 1)}.${slice(program, property)}`;
  }
  if (node.name === 'CallExpression') {
    const callee = nameOf(program, node.firstChild, depth + 1);
    const first = argumentsOf(program, node).positional;
    const literal = (at: SyntaxNode | undefined) =>
      at?.name === 'String' ? slice(program, at).replace(/^\w{0,2}["']|["']$/g, '') : '';
    if (callee === '__import__' || callee === 'importlib.import_module') return literal(first[0]);
    if (callee === 'getattr' && first[0]) return `${nameOf(program, first[0], depth + 1)}.${literal(first[1])}`;
    return callee ? `${callee}()` : '';
  }
  return '';
}
