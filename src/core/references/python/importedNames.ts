/** A name that an import binds, and what it stands for. */
export interface ImportedName {
  readonly name: string;
  readonly path: readonly string[];
}

/** The names that an import statement binds. */
export function importedNames(statement: string): ImportedName[] {
  const text = statement
    .replace(/#.*/g, '')
    .replace(/[\\()\s]+/g, ' ')
    .trim();
  const from = /^from\s*([.\w]*(?: ?\. ?\w+)*) import (.*)$/.exec(text);
  const module = from ? modulePath(from[1]!) : [];
  const list = from ? from[2]! : text.replace(/^import /, '');
  const found: ImportedName[] = [];
  for (const item of list.split(',')) {
    const [, name, alias] = /^\s*([\w.]+)(?: as (\w+))?\s*$/.exec(item) ?? [];
    if (!name) continue;
    const parts = name.split('.');
    const whole = from || alias;
    found.push({ name: alias ?? (from ? name : parts[0]!), path: whole ? [...module, ...parts] : [parts[0]!] });
  }
  return found;
}

/** `..a.b` is `.`, `a`, `b`: relative is all that matters, not how far. */
function modulePath(dotted: string): string[] {
  const parts = dotted
    .replace(/\s+/g, '')
    .split('.')
    .filter(part => part !== '');
  return dotted.trimStart().startsWith('.') ? ['.', ...parts] : parts;
}
