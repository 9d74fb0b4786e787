import type { Excerpt } from '../../text/excerpt.ts';
import type { ConfigField } from '../catalogue/configField.ts';
import { asksElsewhere, hasApiKey, isForeignText, isRouterText } from '../catalogue/foreignTexts.ts';
import { RUN_FROM_HUB } from '../catalogue/genericConfigs.ts';
import {
  holdsPublishedId,
  isLoadedPart,
  isOfCode,
  isPublishedId,
  kindToldBy,
  mayHoldId,
} from '../catalogue/publishedIds.ts';
import { hasHubShape, PROVIDER_OWNERS } from '../catalogue/publishers.ts';
import { tellingOf } from '../catalogue/tellingNames.ts';
import { type Reference, type RevisionPlace, unstated } from '../reference.ts';
import { isCommandField } from './commands.ts';
import { type FieldTable, fieldsAt } from './dialects.ts';
import { isForeign, isHubs, isRequest } from './foreign.ts';
import { namedPath, type Place } from './places.ts';
import { revisionPlaces, statedBeside } from './stated.ts';
import { type ConfigMap, type ConfigScalar, type ConfigTree, entryOf, scalarAt } from './tree.ts';
import { idsIn, prefixedId, type ValueId, valuesOf } from './values.ts';

/** A field of this name holds data, whatever prefix says that it is the Hub's. */
const DATA_NAME = /data|^(?:train|dev|test|eval|valid)/i;

/** A map of ids, whose keys say no more than which is which: `model_repo_ids: { judge: org/name }`. */
const NAMES_OF_IDS = /(?:^|_)(?:model|dataset|tokenizer|repo|hf)_(?:repo_)?ids$/;

/** Reads the fields of one document by the table that holds for it. */
export class FieldReader {
  readonly #tree: ConfigTree;
  readonly #table: FieldTable;
  #hub: boolean | undefined;
  #open: boolean | undefined;
  #others: boolean | undefined;
  #elsewhere: boolean | undefined;

  constructor(tree: ConfigTree, table: FieldTable) {
    this.#tree = tree;
    this.#table = table;
  }

  /** The ids in the value of a field. */
  scalar(scalar: ConfigScalar, place: Place): Reference[] {
    return valuesOf(scalar.excerpt).flatMap(value => this.#value(value, scalar, place));
  }

  #value(value: Excerpt, scalar: ConfigScalar, place: Place): Reference[] {
    if (value.text.length < 3 || value.text.includes('\n')) return [];
    const { map, entry } = place;
    const name = entry?.key.excerpt.text ?? '';
    const isNamed = !/^(?:path|id|name|uri|source)$/.test(name);
    const ownKind = DATA_NAME.test(isNamed ? name : (place.path.at(-2) ?? '')) ? 'dataset' : 'model';
    const prefixed = prefixedId(value, ownKind);
    if (prefixed) return [this.#reference(prefixed, name, ownKind, scalar, place)];
    const path = namedPath(place);
    const field = fieldsAt(this.#table, path).find(each => !each.keys && this.#isMeant(each, map, path));
    // No provider of an API has datasets: `dataset_path: openai/gsm8k`.
    const isApis = (id: string) => field?.kind !== 'dataset' && PROVIDER_OWNERS.test(id);
    const ids = field ? idsIn(value, field.form, field.kind).filter(({ read }) => !isApis(read.id)) : [];
    const found = ids.filter(({ read }) => read.address !== undefined || (field && this.#shows(field, read.id, map)));
    if (field && found.length > 0)
      return found.map(each => this.#reference(each, name, field.kind, scalar, place, field));
    if (!this.#table.isOpen || !isPublishedId(value.text) || !this.#isFree(path, map)) return [];
    const kind =
      map && entryOf(map, 'split')
        ? 'dataset'
        : kindToldBy(
            path.filter(each => each !== '[]'),
            value.text,
          );
    return idsIn(value, 'full', kind).map(each => this.#reference(each, name, kind, scalar, place));
  }

  /** Does nothing speak against an id that its publisher tells, in a field that no row knows? */
  #isFree(path: readonly string[], map: ConfigMap | undefined): boolean {
    const names = path.filter(each => each !== '[]');
    const name = names.at(-1) ?? '';
    if (!map || isForeign(map, path) || isRequest(map) || (isCommandField(name) && name !== 'source')) return false;
    const isKey = NAMES_OF_IDS.test(names.at(-2) ?? '') && path.at(-1) !== '[]';
    if (!(isKey || name === 'model_dir' || mayHoldId(name, this.#isHub())) || names.slice(0, -1).some(isOfCode))
      return false;
    if (this.#tree.syntax === 'json' && !this.#isSetting(name)) return false;
    return isLoadedPart(name) || !(this.asksElsewhere() || hasApiKey(this.#tree.text));
  }

  /** JSON is also what programs write of what they asked or measured: there it takes a setting's name, or a file that runs models. */
  #isSetting(name: string): boolean {
    if (this.#tree.roots[0]?.type !== 'map') return false;
    const isPart = isLoadedPart(name) || tellingOf(name) !== undefined;
    return (isPart && !/^model(?:_?(?:id|name))?$/.test(name)) || this.#isHub();
  }

  /** Does the file ask an API? */
  asksElsewhere(): boolean {
    this.#elsewhere ??= asksElsewhere(this.#tree.text);
    return this.#elsewhere;
  }

  /** The keys of a map that are ids. */
  map(map: ConfigMap, place: Place): Reference[] {
    const field = fieldsAt(this.#table, place.path).find(each => each.keys);
    if (!field) return [];
    const name = place.entry?.key.excerpt.text ?? '';
    return map.entries.flatMap(({ key }) =>
      idsIn(key.excerpt, 'full', field.kind).map(each => this.#reference(each, name, field.kind, key, {})),
    );
  }

  /** Do the fields beside it, and the file, let a row count? */
  #isMeant({ unless, beside, router }: ConfigField, map: ConfigMap | undefined, path: readonly string[]): boolean {
    if (router) return isRouterText(this.#tree.text);
    if (!map) return !beside;
    if (unless && entryOf(map, unless)) return false;
    if (beside) return beside[0].split('|').some(name => beside[1].test(scalarAt(map, name)?.excerpt.text ?? ''));
    return !isForeign(map, path);
  }

  /** Do the id and the file show what the name of the field leaves open? */
  #shows({ weak, shaped }: ConfigField, id: string, map: ConfigMap | undefined): boolean {
    if ((weak || shaped) && map && isRequest(map)) return false;
    if (weak && map && isHubs(map)) return true;
    if (weak) return this.#isHub() || (shaped && this.#isShaped(id));
    if (!shaped || this.#isShaped(id) || (hasHubShape(id) && this.#isHub())) return true;
    return this.#namesOthers() && /\d/.test(id) && /-/.test(id);
  }

  /** Does a file that people write name an id of a known publisher, so that what stands in a like field is one too? */
  #namesOthers(): boolean {
    const { text, syntax } = this.#tree;
    this.#others ??= syntax !== 'json' && holdsPublishedId(text) && !isForeignText(text) && !hasApiKey(text);
    return this.#others;
  }

  /** Does the file show that it runs a model of the Hub? */
  #isHub(): boolean {
    const { text, syntax } = this.#tree;
    const shows = () => RUN_FROM_HUB.test(text) || (syntax !== 'json' && holdsPublishedId(text) && !hasApiKey(text));
    this.#hub ??= shows() && !isForeignText(text);
    return this.#hub;
  }

  /** Does the id alone show it? Not in JSON, which programs write of what they asked of an API. */
  #isShaped(id: string): boolean {
    if (this.#tree.syntax === 'json' || !hasHubShape(id)) return false;
    this.#open ??= !isForeignText(this.#tree.text) && !hasApiKey(this.#tree.text);
    return this.#open;
  }

  #reference(
    { part, read, revision, pinWith, listed }: ValueId,
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
    else if (map && entry && field && !listed)
      pins = revisionPlaces(this.#tree, map, entry, field.revision, field.pinnable);
    return {
      ...unstated,
      ...stated,
      id: read.id,
      kind: read.kind ?? kind,
      span: part.toOuter(read),
      api,
      link: false,
      ...(said && { revision: said }),
      ...(read.quantization && {
        quantization: {
          state: 'known' as const,
          value: read.quantization.value,
          span: part.toOuter(read.quantization),
        },
      }),
      pins: scalar.shared ? [] : pins,
    };
  }
}
