import * as v from 'valibot';

/**
 * Members of the Hub's answers as they come: mirrors leave them out, send null, or another type. What is not what the
 * contract says counts as absent; absent is not zero.
 */
const orAbsent = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);

export const text = orAbsent(v.pipe(v.string(), v.maxLength(100_000)));
export const count = orAbsent(v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)));
export const flag = orAbsent(v.boolean());
/** ISO 8601, as milliseconds since 1970. */
export const date = orAbsent(
  v.pipe(
    v.string(),
    v.transform(value => Date.parse(value)),
    v.number(),
    v.finite(),
  ),
);
/** Strings among whatever a list holds. */
export const texts = orAbsent(
  v.pipe(
    v.array(v.unknown()),
    v.transform(list => list.filter(each => typeof each === 'string').slice(0, 10_000)),
  ),
);
export const record = orAbsent(v.record(v.string(), v.unknown()));
export const list = orAbsent(v.array(v.unknown()));

export { orAbsent };

/** Reads a value by a schema; nothing when it is not even an object. */
export function readBy<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
