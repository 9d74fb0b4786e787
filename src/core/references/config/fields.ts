import type { ConfigField } from '../catalogue/configField.ts';
import { PROVIDER_OWNERS } from '../catalogue/environment.ts';
import { RUN_FROM_HUB } from '../catalogue/genericConfigs.ts';
import { type Reference, type RevisionPlace, unstated } from '../reference.ts';
import { type FieldTable, fieldAt } from './dialects.ts';
import { isForeign, isForeignFile, isHubs } from './foreign.ts';
import type { Place } from './places.ts';
import { revisionPlaces, statedBeside } from './stated.ts';
import { type ConfigMap, type ConfigScalar, type ConfigTree, entryOf } from './tree.ts';
import { idsIn, prefixedId, type ValueId, withoutVariable } from './values.ts';

/** Reads the fields of one document by the table that holds for it. */
export class FieldReader {
  readonly #tree: ConfigTree;
  readonly #table: FieldTable;
  #hub: boolean | undefined;

  constructor(tree: ConfigTree, table: FieldTable) {
    this.#tree = tree;
    this.#table = table;
  }

  /** The ids in the value of a field. */
  scalar(scalar: ConfigScalar, place: Place): Reference[] {
    const value = withoutVariable(scalar.excerpt);
    if (value.text.length < 3 || value.text.includes('\n')) return [];
    const { map, entry } = place;
    const prefixed = prefixedId(value);
    const name = entry?.key.excerpt.text ?? '';
    if (prefixed) return [this.#reference(prefixed, name, 'model', scalar, place)];
    const field = fieldAt(this.#table, place.path);
    if (!field || field.keys || (map && !this.#counts(field, map, place.path))) return [];
    const { kind } = field;
    return idsIn(value, field.form, kind)
      .filter(({ read }) => !PROVIDER_OWNERS.test(read.id))
      .map(each => this.#reference(each, name, kind, scalar, place, field));
  }

  /** The keys of a map that are ids. */
  map(map: ConfigMap, place: Place): Reference[] {
    const field = fieldAt(this.#table, place.path);
    if (!field?.keys) return [];
    const name = place.entry?.key.excerpt.text ?? '';
    return map.entries.flatMap(({ key }) =>
      idsIn(key.excerpt, 'full', field.kind).map(each => this.#reference(each, name, field.kind, key, {})),
    );
  }

  #counts(field: ConfigField, map: ConfigMap, path: readonly string[]): boolean {
    if (field.unless && entryOf(map, field.unless)) return false;
    if (isForeign(map, path)) return false;
    if (!field.weak || isHubs(map)) return true;
    this.#hub ??= RUN_FROM_HUB.test(this.#tree.text) && !isForeignFile(this.#tree.text);
    return this.#hub;
  }

  #reference(
    { part, read, revision, pinWith }: ValueId,
    api: string,
    kind: Reference['kind'],
    scalar: ConfigScalar,
    { map, entry }: Partial<Place>,
    field?: ConfigField,
  ): Reference {
    const stated = map && field ? statedBeside(map, field.revision) : {};
    const said = revision && { state: 'known' as const, value: revision.value, span: part.toOuter(revision) };
    const behind = part.toOuter({ start: read.start, end: read.end }).end;
    let pins: RevisionPlace[] = [];
    if (said) pins = [{ span: said.span, before: '', after: '' }];
    else if (pinWith) pins = [{ span: { start: behind, end: behind }, before: pinWith, after: '' }];
    else if (map && entry && field) pins = revisionPlaces(this.#tree, map, entry, field.revision, field.pinnable);
    return {
      ...unstated,
      ...stated,
      id: read.id,
      kind: read.kind ?? kind,
      span: part.toOuter(read),
      api,
      link: false,
      ...(said && { revision: said }),
      pins: scalar.shared ? [] : pins,
    };
  }
}
