import { type ConfigEntry, type ConfigMap, type ConfigNode, type ConfigScalar, fieldName, scalarAt } from './tree.ts';

/** Where a value stands: under which fields, and beside what. */
export interface Place {
  /** Field names from the root, `[]` for each list. */
  readonly path: readonly string[];
  readonly entry?: ConfigEntry;
  /** The map it stands in, or its list does. */
  readonly map?: ConfigMap;
}

export interface Visitor {
  readonly scalar: (scalar: ConfigScalar, place: Place) => void;
  readonly map: (map: ConfigMap, place: Place) => void;
}

/** Goes through all maps and strings, in order. */
export function visit(node: ConfigNode, visitor: Visitor, place: Place = { path: [] }): void {
  if (node.type === 'scalar') {
    visitor.scalar(node, place);
  } else if (node.type === 'list') {
    const inside = { ...place, path: [...place.path, '[]'] };
    for (const item of node.items) visit(item, visitor, inside);
  } else {
    visitor.map(node, place);
    for (const entry of node.entries) {
      const path = [...place.path, fieldName(entry.key.excerpt.text)];
      if (entry.value) visit(entry.value, visitor, { path, entry, map: node });
    }
  }
}

/** A place as the tables write it: `datasets[].path`. */
export function pattern(at: string): { readonly names: readonly string[]; readonly anywhere: boolean } {
  const anywhere = at.startsWith('**.');
  const names = (anywhere ? at.slice(3) : at).replaceAll('[]', '.[]').split('.').filter(Boolean);
  return { names, anywhere };
}

export function fits({ names, anywhere }: ReturnType<typeof pattern>, path: readonly string[]): boolean {
  const offset = path.length - names.length;
  if (offset < 0 || (offset > 0 && !anywhere)) return false;
  return names.every((name, index) => name === '*' || name === path[offset + index]);
}

/**
 * The path by the name that tells what the value is: that of the input whose `default` it is, and that which stands
 * beside it as `name: model-id, value: …`.
 */
export function namedPath({ path, map }: Place): readonly string[] {
  const items = path.at(-1) === '[]' ? 1 : 0;
  const last = path.at(-1 - items);
  if (last !== 'default' && last !== 'default_value' && last !== 'value') return path;
  const beside = map && (scalarAt(map, 'name') ?? scalarAt(map, 'key') ?? scalarAt(map, 'id'));
  const above = beside ? beside.excerpt.text : last === 'value' ? undefined : path.at(-2 - items);
  const name = above && fieldName(above.slice(above.lastIndexOf('.') + 1));
  return name ? [...path.slice(0, -2 - items), name, ...path.slice(path.length - items)] : path;
}
