/**
 * The names by which the statements of a program reach each other. `top`: bound at the top level, or standing for
 * something else. `definition`: a function or a class. `field`: of a class. `place`: what is put into a field or an entry
 * elsewhere, or an option of a command line; see `fieldNames.ts` for their keys. `call`: called.
 */
export interface Names {
  readonly top: ReadonlySet<string>;
  readonly definition: ReadonlySet<string>;
  readonly field: ReadonlySet<string>;
  readonly place: ReadonlySet<string>;
  readonly call: ReadonlySet<string>;
}

export type NameKind = keyof Names;

export interface NameSets extends Names {
  readonly top: Set<string>;
  readonly definition: Set<string>;
  readonly field: Set<string>;
  readonly place: Set<string>;
  readonly call: Set<string>;
}

export const noNames = (): NameSets => ({
  top: new Set(),
  definition: new Set(),
  field: new Set(),
  place: new Set(),
  call: new Set(),
});

/** Adds the names of one to another. */
export function addNames(all: NameSets, more: Names): void {
  for (const kind of KINDS) for (const name of more[kind]) all[kind].add(name);
}

const KINDS: readonly NameKind[] = ['top', 'definition', 'field', 'place', 'call'];

/** Have the two a name in common? */
export function meet(a: Names, b: Names): boolean {
  for (const kind of KINDS) if (a[kind].size > 0 && b[kind].size > 0 && overlap(a[kind], b[kind])) return true;
  return false;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const name of few) if (many.has(name)) return true;
  return false;
}
