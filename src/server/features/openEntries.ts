import type { Judged } from '../judging.ts';
import { pathOf } from '../judging.ts';
import type { OpenTexts } from '../openTexts.ts';
import { type ScannedEntry, toEntry } from './models.ts';

/** What an open text holds. */
export interface OpenEntry {
  /** Of its file, or of the notebook around it. */
  readonly path: string;
  readonly judged: Judged;
  readonly entry: ScannedEntry;
}

/**
 * What is open, by its last judgement: for those who have not scanned, and for texts that no scan reads, such as new ones.
 * `relative`: the path as a reader knows it. The lines of a notebook are counted through all its cells, so that no two
 * places have the same.
 */
export function openEntries(
  texts: OpenTexts,
  latest: (uri: string) => Judged | undefined,
  relative: (path: string) => string,
): OpenEntry[] {
  return texts.units().flatMap(unit => {
    const path = pathOf(unit.uri);
    let above = 0;
    return unit.texts.flatMap(({ uri, lineCount }) => {
      const judged = latest(uri);
      const lines = above;
      above += lineCount;
      if (!judged) return [];
      const { places, ...entry } = toEntry(judged, [], relative(path));
      const moved = places.map(place => ({ ...place, use: { ...place.use, line: place.use.line + lines } }));
      return [{ path, judged, entry: { ...entry, places: moved } }];
    });
  });
}
