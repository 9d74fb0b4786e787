import type { ModelPlace } from '../protocol.ts';
import { type Change, confirmChanges } from './confirmChanges.ts';
import { locate } from './placeRange.ts';

/** Shows every place with another id in it, and changes what stays ticked. Says what came of it. */
export async function confirmReplacing(id: string, places: readonly ModelPlace[], target: string): Promise<string> {
  const changes: Change[] = [];
  let moved = 0;
  for (const place of places) {
    const located = await locate(place, id).catch(() => undefined);
    if (located) changes.push({ ...located, newText: target });
    else moved++;
  }
  return confirmChanges(changes, `Use ${target}`, moved);
}
