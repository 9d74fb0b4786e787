import type { LocalPath } from '../../hazard.ts';
import { FOLDER_KEYWORDS, MAKERS } from '../catalogue/folders.ts';
import { isLegacyModel } from '../catalogue/legacyModels.ts';
import type { Reference, RevisionPlace } from '../reference.ts';
import type { Call, Expression } from './expression.ts';
import type { Load } from './loads.ts';
import { type Located, lastName } from './scope.ts';
import type { Values } from './values.ts';

/**
 * Sorts what loaders take into repos and folders that would fall through to the Hub. A folder that the file itself
 * writes is neither; an id that is loaded first and saved under the same name later stays an id.
 */
export function readLocalPaths(
  loads: readonly Load[],
  written: readonly WrittenFolder[],
): { references: Reference[]; hazards: LocalPath[] } {
  const own = new Map<string, number>();
  for (const { folder, at } of written) own.set(folder, Math.min(at, own.get(folder) ?? at));
  const hazards = new Map<number, LocalPath>();
  const references: Reference[] = [];
  for (const { reference, judged, localOnly } of withCommonPins(loads)) {
    const written = own.get(reference.id);
    if (judged === 'repo') {
      const { id, span } = reference;
      // One constant for what is saved and what is loaded again: the name of a folder, unless the Hub knows it.
      const isSaved = written === span.start && !id.includes('/') && !isLegacyModel(id, true);
      if (!isSaved && (written === undefined || written >= span.start)) references.push(reference);
    } else if (!localOnly && written === undefined && !isBelow(reference.id, own)) {
      const { id, span, api, kind } = reference;
      hazards.set(span.start, { type: 'local-path', path: id, span, api, kind, evidence: id });
    }
  }
  return { references, hazards: [...hazards.values()] };
}

/** A literal that several loads take is pinned where each of them takes its revision from, or not at all. */
function withCommonPins(loads: readonly Load[]): readonly Load[] {
  const taken = new Set<number>();
  const shared = new Set<number>();
  for (const { reference } of loads) {
    const { start } = reference.span;
    if (taken.has(start)) shared.add(start);
    else taken.add(start);
  }
  if (shared.size === 0) return loads;
  const places = new Map<number, Map<number, RevisionPlace> | undefined>();
  for (const { reference } of loads) {
    const { start } = reference.span;
    if (!shared.has(start)) continue;
    const known = places.has(start) ? places.get(start) : new Map<number, RevisionPlace>();
    for (const pin of reference.pins) known?.set(pin.span.start, pin);
    places.set(start, reference.pins.length > 0 ? known : undefined);
  }
  return loads.map(load => {
    const { start } = load.reference.span;
    if (!shared.has(start)) return load;
    return { ...load, reference: { ...load.reference, pins: [...(places.get(start)?.values() ?? [])] } };
  });
}

/** `outputs/last`, when the file writes to `outputs`. */
const isBelow = (path: string, folders: ReadonlyMap<string, number>) => folders.has(path.slice(0, path.indexOf('/')));

/** A folder that the program writes, and where it is named for that. */
export interface WrittenFolder {
  readonly folder: string;
  readonly at: number;
}

/** The folders that the call writes. */
export function writtenFolders(call: Located<Call>, values: Values): WrittenFolder[] {
  return writtenPlaces(call.expression).flatMap(place =>
    values.origins({ ...call, expression: place }).flatMap(origin => {
      if (origin.type !== 'value' || origin.at.expression.type !== 'text') return [];
      const { value, start } = origin.at.expression;
      return { folder: value.replace(/^\.\/|\/$/g, ''), at: origin.at.base + start };
    }),
  );
}

function writtenPlaces({ callee, arguments: given, writing }: Call): Expression[] {
  const name = lastName(callee);
  const position = name !== undefined && Object.hasOwn(MAKERS, name) ? MAKERS[name]!.position : undefined;
  const made = position === undefined ? undefined : given.filter(each => each.role === 'positional')[position];
  const told = writing ? given.filter(each => FOLDER_KEYWORDS.has(each.name ?? '')) : [];
  return [...(made ? [made] : []), ...told].map(each => each.value);
}
