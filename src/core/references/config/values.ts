import type { Excerpt } from '../../text/excerpt.ts';
import { outcomes } from '../../text/workflowExpression.ts';
import type { FieldForm } from '../catalogue/configField.ts';
import { type ReadId, readId } from '../idForms.ts';
import type { RepoKind } from '../reference.ts';

/** An id in the value of a field. */
export interface ValueId {
  /** The part of the value that holds it. */
  readonly part: Excerpt;
  readonly read: ReadId;
  /** A revision that the value itself says, in offsets of {@link part}. */
  readonly revision?: ReadId['revision'];
  /** What would be written behind the id to pin it there. */
  readonly pinWith?: string;
  /** One of several in its value: a field beside it would pin them all. */
  readonly listed?: true;
}

/** `${MODEL:-org/name}` of compose, `${env.MODEL:=org/name}` of Llama Stack, `${model.id:org/name}` of Spring, `${oc.env:MODEL,org/name}` of OmegaConf. */
const FALLBACK =
  /^\$\{(?:env\.)?\w+:?[-=]["']?(?<shell>[^${}"']*)["']?\}$|^\$\{[\w.-]+:(?<spring>[^${}\s]*)\}$|^\$\{oc\.env:\w+, ?(?<omega>[^${}]*)\}$/d;

/** The value that is taken when a variable is not set; the value itself where there is none. */
export function withoutVariable(value: Excerpt): Excerpt {
  if (!value.text.startsWith('${')) return value;
  const groups = FALLBACK.exec(value.text)?.indices?.groups;
  const at = groups?.['shell'] ?? groups?.['spring'] ?? groups?.['omega'];
  return at ? value.slice(...at) : value;
}

/** What the value may come to: the outcomes of a workflow's expression, and otherwise that without its variable. */
export function valuesOf(value: Excerpt): Excerpt[] {
  const { text } = value;
  if (!text.startsWith('${{')) return [withoutVariable(value)];
  return text.length > MAX_LIST ? [] : outcomes(text).map(({ start, end }) => value.slice(start, end));
}

/** The ids in a value. */
export function idsIn(value: Excerpt, form: FieldForm, kind: RepoKind): ValueId[] {
  const text = value.text;
  switch (form) {
    case 'merge':
      return pieces(value, /[^+]+/g).flatMap(part =>
        idIn(part, 'revisioned', kind, false).map(each => ({ ...each, pinWith: '@' })),
      );
    case 'commas':
      return pieces(value, /[^,\s]+/g).flatMap(part => idIn(part, 'full', kind, false));
    case 'preload': {
      const [id, , commit] = pieces(value, /\S+/g);
      const [found] = id ? idIn(id, 'full', kind, false) : [];
      const start = commit ? text.indexOf(commit.text, id!.text.length) : 0;
      const revision = commit && { value: commit.text, start, end: start + commit.text.length };
      return found ? [{ ...found, part: value, ...(revision && { revision }) }] : [];
    }
    case 'auto-map': {
      const id = /^([^\s]+)--[\w.]+$/.exec(text)?.[1];
      return id ? idIn(value.slice(0, id.length), 'full', kind, false) : [];
    }
    case 'storage': {
      const [found] = text.startsWith('hf://') ? idIn(value, 'address', kind, false) : [];
      if (!found) return [];
      const rest = /^:([\w./-]+)$/.exec(text.slice(found.read.end))?.[1];
      if (!rest) return [text.length === found.read.end ? { ...found, pinWith: ':' } : found];
      return [{ ...found, revision: { value: rest, start: found.read.end + 1, end: text.length } }];
    }
    case 'remote':
      return text.startsWith('REMOTE:') ? idIn(value.slice(7), 'full', kind, false) : [];
    default:
      return LIST.test(text) && text.length <= MAX_LIST
        ? pieces(value, /[^+,\s]+/g).flatMap(part =>
            idIn(part, 'full', kind, false).map(each => ({ ...each, listed: true as const })),
          )
        : idIn(value, form, kind, form === 'id');
  }
}

/** `org/one+org/two` and `org/one, org/two`: neither character stands in an id. */
const LIST = /^[\w.-]+\/[\w.-]+(?:(?:\+|, ?)[\w.-]+\/[\w.-]+)+$/;

/** A longer value is no list that somebody wrote. */
const MAX_LIST = 2000;

function idIn(part: Excerpt, form: Parameters<typeof readId>[1], kind: RepoKind, bare: boolean): ValueId[] {
  const read = readId(part.text, form, kind, bare);
  if (read?.judged !== 'repo') return [];
  return [{ part, read, ...(read.revision && { revision: read.revision }) }];
}

function pieces(value: Excerpt, word: RegExp): Excerpt[] {
  if (value.text.length > MAX_LIST) return [];
  return [...value.text.matchAll(word)].map(match => {
    const lead = /^\s*/.exec(match[0])![0].length;
    return value.slice(match.index + lead, match.index + match[0].trimEnd().length);
  });
}

/**
 * What any string may say by its own prefix: `huggingface/org/name` of LiteLLM, `huggingface:task:org/name` of promptfoo,
 * `hf:org/name:Q4_K_M` of node-llama-cpp.
 */
const PREFIXED: readonly (readonly [RegExp, FieldForm])[] = [
  [/^huggingface\/[^/\s]+\/\S+$/, 'litellm'],
  [/^hf[-_]hub:/i, 'hf-hub'],
  [/^huggingface:[\w-]+:(?=[^\s:]+$)/, 'full'],
  [/^hf:(?!\/)[^\s:@]+\/[^\s@]+$/, 'hf-file'],
  [/^hf:\/\/(?=[^\s/:@]+$)(?!(?:datasets|spaces|models|buckets)$)/, 'id'],
];

/** The id in a string that says by itself that it names one. */
export function prefixedId(value: Excerpt, kind: RepoKind): ValueId | undefined {
  const { text } = value;
  if (!/^(?:hf|huggingface)[-_:/]/i.test(text) || text.length > 300) return undefined;
  const row = PREFIXED.find(([prefix]) => prefix.test(text));
  if (!row) return undefined;
  const [prefix, form] = row;
  const part = form === 'full' || form === 'id' ? value.slice(prefix.exec(text)![0].length) : value;
  return idIn(part, form as Parameters<typeof readId>[1], kind, form === 'id')[0];
}
