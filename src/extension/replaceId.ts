import type { ModelPlace } from '../protocol.ts';
import { type Change, confirmChanges } from './confirmChanges.ts';
import { locate } from './placeRange.ts';

const STALE_PIN = 'A commit that was pinned is still one of the repo that stood there: check it.';

/** Shows every place with another id in it, and changes what stays ticked. Says what came of it. */
export async function confirmReplacing(id: string, places: readonly ModelPlace[], target: string): Promise<string> {
  const changes: Change[] = [];
  let moved = 0;
  for (const place of places) {
    const located = await locate(place, id).catch(() => undefined);
    if (located) changes.push({ ...located, newText: target });
    else moved++;
  }
  const came = await confirmChanges(changes, `Use ${target}`, moved);
  // The places of ids are known here, not those of their revisions.
  return places.some(({ pinned }) => pinned) ? `${came} ${STALE_PIN}` : came;
}
