/**
 * The names by which the statements of a program reach each other. `top`: bound at the top level, or standing for
 * something else. `definition`: a function or a class. `field`: of a class, an object or a command line. `call`: called.
 */
export interface Names {
  readonly top: ReadonlySet<string>;
  readonly definition: ReadonlySet<string>;
  readonly field: ReadonlySet<string>;
  readonly call: ReadonlySet<string>;
}

export type NameKind = keyof Names;

export interface NameSets extends Names {
  readonly top: Set<string>;
  readonly definition: Set<string>;
  readonly field: Set<string>;
  readonly call: Set<string>;
}

export const noNames = (): NameSets => ({ top: new Set(), definition: new Set(), field: new Set(), call: new Set() });

/** Adds the names of one to another. */
export function addNames(all: NameSets, more: Names): void {
  for (const kind of KINDS) for (const name of more[kind]) all[kind].add(name);
}

const KINDS: readonly NameKind[] = ['top', 'definition', 'field', 'call'];

/** Have the two a name in common? */
export const meet = (a: Names, b: Names): boolean =>
  KINDS.some(kind => {
    const [few, many] = a[kind].size < b[kind].size ? [a[kind], b[kind]] : [b[kind], a[kind]];
    for (const name of few) if (many.has(name)) return true;
    return false;
  });
