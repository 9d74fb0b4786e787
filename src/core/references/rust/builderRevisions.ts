import type { Call, Expression, Located } from '../program/expression.ts';
import type { Program } from '../program/program.ts';
import type { SaidRevision } from '../program/revision.ts';
import type { Values } from '../program/values.ts';

/** Longer chains are nobody's. */
const MAX_CHAIN = 60;

/** `TextModelBuilder::new("org/name").with_hf_revision("v1")`: by the call that takes the id, what the chain says later. */
export function builderRevisions(program: Program, values: Values): ReadonlyMap<Expression, SaidRevision> {
  const found = new Map<Expression, SaidRevision>();
  for (const call of program.callsByName.get('with_hf_revision') ?? []) {
    const root = rootOf(call);
    const [given] = call.expression.arguments;
    if (!root || !given) continue;
    found.set(root, saidBeside({ ...call, expression: given }, values));
  }
  return found;
}

/** A revision that stands by itself, outside the call that takes the id. */
export function saidBeside(at: Located, values: Values): SaidRevision {
  const { expression } = at;
  const known = values.single(at)?.expression;
  if (known?.type !== 'text' || known.excerpt) {
    return { revision: { state: 'unknown', span: { start: expression.from, end: expression.to } }, pins: [] };
  }
  const span = { start: known.start, end: known.start + known.value.length };
  return { revision: { state: 'known', value: known.value, span }, pins: [{ span, before: '', after: '' }] };
}

/** The call at the beginning of a chain. */
function rootOf(call: Located<Call>): Expression | undefined {
  let at: Expression = call.expression;
  for (let i = 0; i < MAX_CHAIN && at.type === 'call'; i++) {
    if (at.callee.type !== 'member' || at.callee.object.type !== 'call') return at;
    at = at.callee.object;
  }
  return undefined;
}
