import type { Call, Expression } from './expression.ts';
import { lastName } from './scope.ts';

/** Calls that hand on one of their arguments: position of the argument, keywords that name it. */
export const PASSING: Readonly<
  Record<
    string,
    {
      readonly positions: readonly number[];
      readonly keywords: readonly string[];
      /** The argument itself in another shape; of the others it is what holds when nothing else is said. */
      readonly changes?: true;
    }
  >
> = {
  getenv: { positions: [1], keywords: ['default'] },
  get: { positions: [1], keywords: ['default'] },
  pop: { positions: [1], keywords: ['default'] },
  setdefault: { positions: [1], keywords: ['default'] },
  getattr: { positions: [2], keywords: [] },
  str: { positions: [0], keywords: [], changes: true },
  cast: { positions: [1], keywords: [], changes: true },
  field: { positions: [], keywords: ['default', 'default_factory'] },
  ib: { positions: [0], keywords: ['default', 'factory'] },
  attrib: { positions: [0], keywords: ['default', 'factory'] },
  DEFINE_string: { positions: [1], keywords: ['default'] },
  Field: { positions: [0], keywords: ['default', 'default_factory'] },
  Option: { positions: [0], keywords: ['default'] },
  Argument: { positions: [0], keywords: ['default'] },
  Query: { positions: [0], keywords: ['default'] },
  config: { positions: [], keywords: ['default'] },
  radio: { positions: [1], keywords: ['options'] },
  Text: { positions: [], keywords: ['value'] },
  Dropdown: { positions: [], keywords: ['value', 'options'] },
  ask: { positions: [], keywords: ['default'] },
  text_input: { positions: [1], keywords: ['value'] },
  selectbox: { positions: [1], keywords: ['options'] },
};

/** What the call may hand on: `os.getenv("MODEL", "org/name")`. */
export function handedOn({ callee, arguments: given }: Call): Expression[] {
  const name = lastName(callee) ?? '';
  if (!Object.hasOwn(PASSING, name)) return [];
  const { positions, keywords } = PASSING[name]!;
  return given
    .filter((each, index) =>
      each.role === 'positional' ? positions.includes(index) : keywords.includes(each.name ?? ''),
    )
    .map(each => each.value);
}

/** Methods whose result is their receiver, as far as an id is concerned. */
export const KEEPING = new Set(['strip', 'lower', 'copy', 'rstrip', 'lstrip']);
