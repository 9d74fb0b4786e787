/** One name that a `use` brings in. */
export interface Use {
  readonly local: string;
  /** `.` before what is the file's own project. */
  readonly crate: string;
  readonly path: readonly string[];
}

/** More levels than anyone nests. */
const MAX_DEPTH = 20;

/** What `use a::{b::C as D, E}` brings in. Half a declaration gives what it has so far. */
export function importsOf(declaration: string): Use[] {
  const found: Use[] = [];
  const tokens = declaration.replace(/^[\s\S]*?\buse\b/, '').match(/\w+|::|[{},*;]/g) ?? [];
  const prefixes: string[][] = [];
  let prefix: string[] = [];
  let path: string[] = [];
  const end = () => {
    const renamed = path.at(-2) === 'as';
    const whole = [...prefix, ...(renamed ? path.slice(0, -2) : path)];
    const original = whole.at(-1) === 'self' ? whole.slice(0, -1) : whole;
    const [root, ...rest] = original;
    const local = renamed ? path.at(-1)! : original.at(-1);
    if (path.length > 0 && root && local) {
      found.push({ local, crate: /^(?:crate|super|self)$/.test(root) ? `./${root}` : root, path: rest });
    }
    path = [];
  };
  for (const token of tokens) {
    if (token === '{') {
      if (prefixes.length >= MAX_DEPTH) return found;
      prefixes.push(prefix);
      prefix = [...prefix, ...path];
      path = [];
    } else if (token === '}') {
      end();
      prefix = prefixes.pop() ?? [];
    } else if (token === ',' || token === ';') {
      end();
    } else if (token !== '::') {
      path.push(token);
    }
  }
  return found;
}
