import { loaderTable, rowsFor } from '../catalogue/matching.ts';
import { PYTHON_LOADERS } from '../catalogue/pythonLoaders.ts';
import { type Reference, unstated } from '../reference.ts';
import { revisionPlaces, statedBeside } from './stated.ts';
import { type ConfigMap, type ConfigTree, entryOf, scalarAt } from './tree.ts';
import { idsIn, withoutVariable } from './values.ts';

/** Fields that name the Python class or function that a map is the arguments of: Hydra, torchtune, Haystack, Lightning. */
const CLASS_FIELDS = ['_target_', '_component_', 'class_path', 'type', 'target'];

/** The maps beside it that hold the arguments. */
const ARGUMENT_FIELDS = ['init_parameters', 'init_args', 'params', 'kwargs'];

const TABLE = loaderTable(PYTHON_LOADERS);

/** A Python call that a file spells: the ids among its arguments, by the rows of the Python loaders. */
export function targetReferences(map: ConfigMap, tree: ConfigTree): Reference[] {
  const name = CLASS_FIELDS.map(field => scalarAt(map, field)?.excerpt.text).find(
    text => text !== undefined && /^[a-zA-Z_]\w*(?:\.\w+)+$/.test(text),
  );
  if (!name) return [];
  const path = name.split('.');
  const [row] = rowsFor(TABLE, path).filter(({ from }) => from.some(root => isBelow(name, root)));
  if (!row) return [];
  const maps = [map, ...ARGUMENT_FIELDS.flatMap(field => innerMap(map, field))];
  return maps.flatMap(inner =>
    row.ids.flatMap(({ keywords, kind, form, revision = row.revision }) =>
      keywords.flatMap(keyword => {
        const entry = entryOf(inner, keyword);
        if (entry?.value?.type !== 'scalar') return [];
        return idsIn(withoutVariable(entry.value.excerpt), form, kind).map(({ part, read }) => ({
          ...unstated,
          ...statedBeside(inner, [revision]),
          id: read.id,
          kind: read.kind ?? kind,
          span: part.toOuter(read),
          api: path.slice(path.at(-1) === 'from_pretrained' ? -2 : -1).join('.'),
          link: false,
          pins: revisionPlaces(tree, inner, entry, [revision], true),
        }));
      }),
    ),
  );
}

/** `haystack.components` is below `haystack`, and so is `haystack_integrations.components`. */
const isBelow = (name: string, root: string) => name.startsWith(`${root}.`) || name.startsWith(`${root}_`);

function innerMap(map: ConfigMap, field: string): ConfigMap[] {
  const value = entryOf(map, field)?.value;
  return value?.type === 'map' ? [value] : [];
}
