import { readId } from '../idForms.ts';
import type { Expression, Located, Template } from '../program/expression.ts';
import { placed } from '../program/placed.ts';
import type { Values } from '../program/values.ts';
import { type Reference, type RepoKind, unstated } from '../reference.ts';

/** What stands in an address just before an id that is put in. */
const BEFORE =
  /(?:api-inference\.huggingface\.co\/(?:models|pipeline\/[\w-]+)|router\.huggingface\.co\/hf-inference\/models|(?:huggingface\.co|hf\.co|hf-mirror\.com)\/api\/(?<api>models|datasets|spaces)|(?<page>(?:huggingface\.co|hf\.co|hf-mirror\.com)(?:\/(?<kind>datasets|spaces))?))\/$/;

const KINDS: Readonly<Record<string, RepoKind>> = { models: 'model', datasets: 'dataset', spaces: 'space' };

/** Ids in constants of the file that are put whole into the address of content: `` `https://huggingface.co/${MODEL}/resolve/main/x` ``. */
export function readAssembledAddresses(templates: readonly Located<Template>[], values: Values): Reference[] {
  return templates.flatMap(template => {
    const { parts } = template.expression;
    return parts.flatMap((part, index) => {
      const before = textBefore(parts, index, template, values);
      const match = before === undefined ? null : BEFORE.exec(before);
      if (!match || part.type === 'text') return [];
      const next = parts[index + 1];
      const after = next?.type === 'text' ? next.value : next ? '…' : '';
      const isContent = match.groups?.['page'] === undefined ? /^(?:$|[/?#])/ : /^\/(?:resolve|raw)\//;
      if (!isContent.test(after)) return [];
      const kind = KINDS[match.groups?.['api'] ?? match.groups?.['kind'] ?? ''] ?? 'model';
      return values.known({ ...template, expression: part }).flatMap(({ expression }) => reference(expression, kind));
    });
  });
}

/** The text before a part, also where a constant holds it. */
function textBefore(
  parts: readonly Expression[],
  index: number,
  template: Located<Template>,
  values: Values,
): string | undefined {
  const before = parts[index - 1];
  if (!before) return undefined;
  if (before.type === 'text') {
    if (before.value !== '/' || index < 2) return before.value;
    const base = values.single({ ...template, expression: parts[index - 2]! })?.expression;
    return base?.type === 'text' ? `${base.value}/` : undefined;
  }
  const base = values.single({ ...template, expression: before })?.expression;
  return base?.type === 'text' ? base.value : undefined;
}

function reference(expression: Expression, kind: RepoKind): Reference[] {
  if (expression.type !== 'text') return [];
  const read = readId(expression.value, 'full', kind, false);
  if (read?.judged !== 'repo') return [];
  return [{ id: read.id, kind, span: placed(expression, read), api: 'url', link: false, ...unstated, pins: [] }];
}
