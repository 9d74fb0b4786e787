import type { Argument, Call, Expression } from './expression.ts';
import { lastName } from './scope.ts';

/** Calls that hand on one of their arguments: position of the argument, keywords that name it. */
const PASSING: Readonly<
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
  // SageMaker's pipelines: `ParameterString(name="ModelId", default_value="…")`.
  ParameterString: { positions: [1], keywords: ['default_value'] },
  selectbox: { positions: [1], keywords: ['options'] },
};

/** What a call hands on of what it was given; nothing where it is no call of that sort. */
export function handedOn(
  call: Call,
): { readonly values: readonly Expression[]; readonly changes: boolean } | undefined {
  const name = lastName(call.callee);
  const passing = name && Object.hasOwn(PASSING, name) ? PASSING[name] : undefined;
  if (!passing) return undefined;
  const positional = call.arguments.filter(argument => argument.role === 'positional');
  const handed = [
    ...passing.positions.map(position => positional[position]),
    ...call.arguments.filter(argument => argument.name !== undefined && passing.keywords.includes(argument.name)),
  ];
  return {
    values: handed.flatMap(argument => (argument ? [produced(argument)] : [])),
    changes: passing.changes ?? false,
  };
}

/** What an argument hands on; of a factory, what it makes: `default_factory=lambda: ["org/name"]`. */
function produced({ name, value }: Argument): Expression {
  const isFactory = name === 'default_factory' || name === 'factory';
  return isFactory && value.type === 'other' ? (value.parts.at(-1) ?? value) : value;
}

/** Methods whose result is their receiver, as far as an id is concerned. */
export const KEEPING = new Set(['strip', 'lower', 'copy', 'rstrip', 'lstrip']);
