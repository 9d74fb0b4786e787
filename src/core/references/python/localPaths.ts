import type { LocalPath } from '../../hazard.ts';
import { FOLDER_KEYWORDS, MAKERS } from '../catalogue/folders.ts';
import type { Reference } from '../reference.ts';
import type { Load } from './loads.ts';
import type { Values } from './values.ts';

/**
 * Sorts what loaders take into repos and folders that would fall through to the Hub. A folder that the file itself
 * writes is neither; an id that is loaded first and saved under the same name later stays an id.
 */
export function readLocalPaths(
  loads: readonly Load[],
  values: Values,
): { references: Reference[]; hazards: LocalPath[] } {
  if (loads.length === 0) return { references: [], hazards: [] };
  const own = writtenFolders(values);
  const hazards = new Map<number, LocalPath>();
  const references: Reference[] = [];
  for (const { reference, judged, localOnly } of loads) {
    const written = own.get(reference.id);
    if (judged === 'repo') {
      if (written === undefined || written >= reference.span.start) references.push(reference);
    } else if (!localOnly && written === undefined && !isBelow(reference.id, own)) {
      const { id, span, api, kind } = reference;
      hazards.set(span.start, { type: 'local-path', path: id, span, api, kind, evidence: id });
    }
  }
  return { references, hazards: [...hazards.values()] };
}

/** `outputs/last`, when the file writes to `outputs`. */
const isBelow = (path: string, folders: ReadonlyMap<string, number>) => folders.has(path.slice(0, path.indexOf('/')));

/** The folders that the program writes, and where each is first named for that. */
function writtenFolders(values: Values): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const { module } = values;
  const add = (at: Parameters<Values['origins']>[0]) => {
    for (const origin of values.origins(at)) {
      if (origin.type !== 'value' || origin.at.expression.type !== 'text') continue;
      const folder = origin.at.expression.value.replace(/^\.\/|\/$/g, '');
      const start = origin.at.base + origin.at.expression.start;
      found.set(folder, Math.min(start, found.get(folder) ?? start));
    }
  };
  for (const [name, place] of Object.entries(MAKERS)) {
    for (const call of module.callsByName.get(name) ?? []) {
      const positional = call.expression.arguments.filter(each => each.role === 'positional');
      const given = place.position === undefined ? undefined : positional[place.position];
      if (given) add({ ...call, expression: given.value });
    }
  }
  for (const call of module.writingCalls) {
    for (const { name, value } of call.expression.arguments) {
      if (FOLDER_KEYWORDS.has(name ?? '')) add({ ...call, expression: value });
    }
  }
  return found;
}
