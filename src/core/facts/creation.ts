/** The Hub shows this time for every repo that is older. Source: its API, where `gpt2` and its like carry it. */
const FLOOR = Date.parse('2022-03-02T23:29:04.000Z');

/** Before the company was founded, in 2016, nothing was made on the Hub: an id that says so is no id of the Hub. */
const FIRST_POSSIBLE = Date.parse('2016-01-01T00:00:00.000Z');

/**
 * When a repo, a user or an organisation was made, in milliseconds since 1970. The Hub states it as `createdAt`; where it
 * states nothing (organisations) or its floor (repos before March 2022), the first four bytes of the ObjectId are the
 * second. Both agree on the Hub; a mirror may copy the one and make up the other. Source: BSON's specification.
 */
export function madeAt(objectId: string | undefined, createdAt: number | undefined): number | undefined {
  if (createdAt !== undefined && createdAt >= FLOOR + 1000) return createdAt;
  const told = objectId && /^[0-9a-f]{24}$/i.test(objectId) ? Number.parseInt(objectId.slice(0, 8), 16) * 1000 : 0;
  const isPossible = told >= FIRST_POSSIBLE && (createdAt === undefined || told <= FLOOR);
  return isPossible ? told : createdAt;
}
