/** When the Hub made the thing with this id: the first four bytes of an ObjectId are its second. Source: BSON's specification. */
export function timeOfObjectId(id: string | undefined): number | undefined {
  return id && /^[0-9a-f]{24}$/i.test(id) ? Number.parseInt(id.slice(0, 8), 16) * 1000 : undefined;
}
