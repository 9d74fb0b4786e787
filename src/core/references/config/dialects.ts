import { type ConfigDialect, type ConfigField, fields } from '../catalogue/configField.ts';
import { CONFIG_DIALECTS } from '../catalogue/configFields.ts';
import { GENERIC } from '../catalogue/genericConfigs.ts';
import { tellingOf } from '../catalogue/tellingNames.ts';
import { fits, pattern } from './places.ts';
import { type ConfigNode, fieldName } from './tree.ts';

/** A row, ready to be matched. */
export interface PreparedField {
  readonly field: ConfigField;
  readonly at: ReturnType<typeof pattern>;
}

/** The rows of some dialects. */
export interface FieldTable {
  /** By the last name of their place. */
  readonly rows: ReadonlyMap<string, readonly PreparedField[]>;
  /** The file is of any tool: a field of no row counts where its name tells enough. */
  readonly isOpen: boolean;
}

export function fieldTable(dialects: readonly ConfigDialect[]): FieldTable {
  const table = new Map<string, PreparedField[]>();
  for (const field of dialects.flatMap(each => each.fields)) {
    const at = pattern(field.at);
    const last = at.names.at(-1)!;
    table.set(last, [...(table.get(last) ?? []), { field, at }]);
  }
  return { rows: table, isOpen: dialects.includes(GENERIC) };
}

/** Tables by the dialects that they are of: few files are of another mixture than those before them. */
const tables = new Map<string, FieldTable>();

/** The rows that hold for a document: those of the tools that its path and its fields show. */
export function tableFor(root: ConfigNode, path: string): FieldTable {
  const names = new Set(root.type === 'map' ? root.entries.map(each => fieldName(each.key.excerpt.text)) : []);
  const dialects = CONFIG_DIALECTS.filter(each => isOf(each, names, path));
  const key = dialects.map(each => each.name).join();
  const table = tables.get(key) ?? fieldTable(dialects);
  tables.set(key, table);
  return table;
}

function isOf({ path, signs }: ConfigDialect, names: ReadonlySet<string>, file: string): boolean {
  if (path?.test(file)) return true;
  if (!path && signs.length === 0) return true;
  return signs.some(sign => sign.split(' ').every(one => one.split('|').some(name => names.has(name))));
}

/** The rows for a place, the narrowest first; a list stands in for its items. */
export function fieldsAt(table: FieldTable, path: readonly string[]): readonly ConfigField[] {
  const own = path.at(-1) === '[]' ? path.slice(0, -1) : path;
  const found: ConfigField[] = [];
  for (const each of own === path ? [path] : [own, path]) {
    const last = each.at(-1) ?? '';
    const named = general(last);
    const names = named === last ? [last, '*'] : [last, named, '*'];
    const rows = names.flatMap(name => table.rows.get(name) ?? []);
    for (const { at, field } of rows) {
      if (fits(at, each) || (named !== last && fits(at, [...each.slice(0, -1), named]))) found.push(field);
    }
  }
  if (found.length > 0 || !table.isOpen) return found;
  const field = told(own.at(-1) ?? '');
  return field ? [field] : [];
}

const SURE = { model: fields('*', 'model')[0], dataset: fields('*', 'dataset')[0] };
const [PROBABLE] = fields('*', 'model', { shaped: true });

/** A field of no row, whose name ends as that of many rows does: `llm_hf_repo_id`. */
function told(name: string): ConfigField | undefined {
  const telling = tellingOf(name);
  if (!telling) return undefined;
  return telling.sure ? SURE[telling.kind === 'dataset' ? 'dataset' : 'model'] : PROBABLE;
}

/** `pretrained_vae_model_name_or_path` is a `model_name_or_path`, whatever stands before. */
function general(name: string): string {
  const tail = /(?:^|_)((?:model|tokenizer|dataset|adapter)_name_or_path)$/.exec(name)?.[1];
  return tail ?? name;
}
