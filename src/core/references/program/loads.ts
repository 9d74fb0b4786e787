import type { CallArgument } from '../catalogue/callLoader.ts';
import { readId } from '../idForms.ts';
import type { Reference } from '../reference.ts';
import { type Call, type Located, lastName, type Scope, textIn } from './expression.ts';
import { loadedReference, type Taken } from './loadedReference.ts';
import { kindNamed, type LoaderCall, loaderCall } from './loaderCall.ts';
import type { LoadReading } from './loadReading.ts';
import type { Origin, Values } from './values.ts';
import { callsOf, type Frame, MAX_WRAPPERS } from './wrapper.ts';

/** Every literal that the call takes as a loader, at the literal. */
export function readLoads(call: Located<Call>, reading: LoadReading): Reference[] {
  const name = lastName(call.expression.callee);
  if (name === undefined) return [];
  const matched = loaderCall(call, name, reading);
  if (!matched) return [];
  const found: Reference[] = [];
  for (const argument of matched.row.ids) {
    const given = call.expression.arguments[argument.position];
    if (!given) continue;
    readValue({ at: { ...call, expression: given }, steps: argument.keys }, matched, argument, reading, found, []);
  }
  return found;
}

interface Way {
  readonly at: Located;
  readonly steps: readonly string[];
}

function readValue(
  { at, steps }: Way,
  matched: LoaderCall,
  argument: CallArgument,
  reading: LoadReading,
  found: Reference[],
  frames: readonly Frame[],
): void {
  const { values } = reading;
  const origins = values.origins(at, steps);
  const taken: Taken = {
    matched,
    argument,
    frame: frames.at(-1),
    isClosed: origins.every(each => isInSight(each, values)),
    isNear: true,
  };
  for (const origin of origins) {
    if (origin.type === 'value') {
      readLiteral(origin.at, { ...taken, isNear: isAround(origin.at.scope, at.scope) }, reading, found);
      continue;
    }
    if (frames.length >= MAX_WRAPPERS) continue;
    for (const call of callsOf(origin.scope, values)) {
      if (frames.some(frame => frame.call.expression === call.expression)) continue;
      const given = call.expression.arguments[origin.parameter.position];
      if (!given) continue;
      const frame: Frame = { scope: origin.scope, call };
      const way = { at: { ...call, expression: given }, steps: origin.parameter.steps as readonly string[] };
      readValue(way, matched, argument, reading, found, [frame, ...frames]);
    }
  }
}

/** An id may also come from where we can not see: then a revision for the ids in sight would break the others. */
function isInSight(origin: Origin, values: Values): boolean {
  if (origin.type === 'parameter') return callsOf(origin.scope, values).length > 0;
  const { expression } = origin.at;
  return (
    /^(?:text|list|record)$/.test(expression.type) || (expression.type === 'constant' && expression.value === null)
  );
}

/** Families of the models that have no owner in their name: one of them is meant wherever it stands. */
const LEGACY = /^(?:albert|bart|bert|camembert|ctrl|distil\w+|gpt2|openai-gpt|roberta|t5|transfo-xl|xlm|xlnet)(?:-|$)/;

/** Does the function (or the file) that holds the one scope hold the other too? */
function isAround(outer: Scope, inner: Scope): boolean {
  let home: Scope | undefined = outer;
  while (home?.parent && home.kind !== 'function') home = home.parent;
  for (let each: Scope | undefined = inner; each; each = each.parent) if (each === home) return true;
  return false;
}

function readLiteral(at: Located, taken: Taken, reading: LoadReading, found: Reference[]): void {
  const { expression } = at;
  const { argument } = taken;
  if (expression.type === 'list') {
    for (const item of expression.items.slice(0, 100)) {
      if (item.type === 'text') readLiteral({ ...at, expression: item }, taken, reading, found);
    }
    return;
  }
  if (expression.type === 'record' && argument.form === 'repo') {
    readDesignation({ ...at, expression }, taken, reading, found);
  }
  if (expression.type !== 'text') return;
  const read = readId(
    expression.value,
    argument.form,
    argument.kind,
    taken.matched.certain && (taken.isNear || LEGACY.test(expression.value)),
  );
  if (read?.judged === 'repo') found.push(loadedReference(expression, read, taken, reading));
}

/** `{ type: "dataset", name: "org/name" }`. */
function readDesignation(at: Located, taken: Taken, reading: LoadReading, found: Reference[]): void {
  const { argument } = taken;
  const types = reading.values.known(at, ['type']).flatMap(each => textIn(each.expression));
  const kind = types.length === 0 ? argument.kind : kindNamed(types);
  for (const name of reading.values.known(at, ['name'])) {
    if (name.expression.type !== 'text') continue;
    readLiteral(name, { ...taken, argument: { ...argument, kind } }, reading, found);
  }
}
