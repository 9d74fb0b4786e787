import type { ConfigDialect, ConfigField } from '../catalogue/configField.ts';
import { CONFIG_DIALECTS } from '../catalogue/configFields.ts';
import { fits, pattern } from './places.ts';
import { type ConfigNode, fieldName } from './tree.ts';

/** A row, ready to be matched. */
export interface PreparedField {
  readonly field: ConfigField;
  readonly at: ReturnType<typeof pattern>;
}

/** The rows of some dialects, by the last name of their place. */
export type FieldTable = ReadonlyMap<string, readonly PreparedField[]>;

export function fieldTable(dialects: readonly ConfigDialect[]): FieldTable {
  const table = new Map<string, PreparedField[]>();
  for (const field of dialects.flatMap(each => each.fields)) {
    const at = pattern(field.at);
    const last = at.names.at(-1)!;
    table.set(last, [...(table.get(last) ?? []), { field, at }]);
  }
  return table;
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

/** The first row for a place; a list stands in for its items. */
export function fieldAt(table: FieldTable, path: readonly string[]): ConfigField | undefined {
  const own = path.at(-1) === '[]' ? path.slice(0, -1) : path;
  for (const each of [own, path]) {
    const last = each.at(-1) ?? '';
    const rows = [...(table.get(last) ?? []), ...(table.get(general(last)) ?? []), ...(table.get('*') ?? [])];
    const row = rows.find(({ at }) => fits(at, each) || fits(at, [...each.slice(0, -1), general(last)]));
    if (row) return row.field;
  }
  return undefined;
}

/** `pretrained_vae_model_name_or_path` is a `model_name_or_path`, whatever stands before. */
function general(name: string): string {
  const tail = /(?:^|_)((?:model|tokenizer|dataset|adapter)_name_or_path)$/.exec(name)?.[1];
  return tail ?? name;
}
