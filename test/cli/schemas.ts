import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';

const folder = fileURLToPath(new URL('../../src/data/schemas', import.meta.url));

/**
 * The shipped schemas leave room for fields to come; a test must see a field that nobody described. So objects with
 * named properties are closed here.
 */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in copy && 'type' in copy ? { additionalProperties: false, ...copy } : copy;
}

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
for (const file of readdirSync(folder)) {
  ajv.addSchema(closed(JSON.parse(readFileSync(join(folder, file), 'utf8'))) as object);
}

/** What is wrong with a value by one of our schemas: nothing, hopefully. */
export function schemaProblems(
  name: 'scan' | 'reference' | 'assessment' | 'rules' | 'report',
  value: unknown,
): string[] {
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (!validate) throw new Error(`There is no schema ${name}`);
  return validate(value)
    ? []
    : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}
