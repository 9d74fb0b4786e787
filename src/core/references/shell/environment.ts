import type { Excerpt } from '../../text/excerpt.ts';
import type { Span } from '../../text/span.ts';
import { REVISION_SERVERS, REVISION_VARIABLES, TRUST_VARIABLES } from '../catalogue/environment.ts';
import { PROVIDER_OWNERS } from '../catalogue/publishers.ts';
import { absent, type Reference, type RevisionPlace, type Stated } from '../reference.ts';
import type { Script } from './script.ts';
import { isModelVariable, readVariable } from './variable.ts';
import { ASSIGNMENT } from './words.ts';

/** What a variable of the environment is set to; `undefined` where it is not set, a span where its value is not in sight. */
export type Lookup = (name: string) => Excerpt | Span | undefined;

/** Where a further variable can be set behind the one that names the id. */
export type NewVariable = (reference: Reference, name: string) => RevisionPlace | undefined;

/**
 * What the variables beside `MODEL_ID` say of it: `REVISION`, `TRUST_REMOTE_CODE`. `surroundings` is the text in which
 * an image or a program may tell which server reads them: only of a server that is known to read a variable is it
 * proposed to set one.
 */
export function statedBeside(reference: Reference, find: Lookup, surroundings: string, add?: NewVariable): Reference {
  const names = REVISION_VARIABLES[reference.api] ?? [`${reference.api}_REVISION`];
  const revision = reference.revision.state === 'absent' ? firstOf(names, find) : reference.revision;
  const trust = firstOf(TRUST_VARIABLES, find);
  return {
    ...reference,
    revision,
    trustRemoteCode:
      trust.state === 'known'
        ? truth(trust.value, trust.span)
        : trust.state === 'absent'
          ? reference.trustRemoteCode
          : trust,
    pins:
      revision.state === 'known'
        ? [{ span: revision.span, before: '', after: '' }]
        : revision.state === 'absent'
          ? inserted(reference, surroundings, add)
          : [],
  };
}

function inserted(reference: Reference, surroundings: string, add: NewVariable | undefined): RevisionPlace[] {
  const server = REVISION_SERVERS.find(each => each.id === reference.api && each.where.test(surroundings));
  const place = server && add?.(reference, server.revision);
  return place ? [place] : [];
}

function firstOf(names: readonly string[], find: Lookup): Stated<string> {
  for (const name of names) {
    const value = find(name);
    if (!value) continue;
    if (!('text' in value)) return { state: 'unknown', span: value };
    const { text } = value;
    const span = value.toOuter({ start: 0, end: text.length });
    if (text === '') continue;
    return /^[\w./-]+$/.test(text) ? { state: 'known', value: text, span } : { state: 'unknown', span };
  }
  return absent;
}

function truth(text: string, span: Span): Stated<boolean> {
  if (/^(?:true|1|yes|on)$/i.test(text)) return { state: 'known', value: true, span };
  return /^(?:false|0|no|off)$/i.test(text) ? { state: 'known', value: false, span } : { state: 'unknown', span };
}

/** The references that variables of the script make, with what the script's other variables say of them. */
export function withSiblings(
  references: readonly Reference[],
  script: Script,
  surroundings: string,
  add?: NewVariable,
): Reference[] {
  const isVariable = (each: Reference) => /^[A-Z]/.test(each.api) && isModelVariable(each.api);
  if (!references.some(isVariable)) return [...references];
  const values = new Map<string, Excerpt | Span>();
  for (const { words } of script.commands) {
    for (const { excerpt, holes, span } of words) {
      const match = ASSIGNMENT.exec(excerpt.text);
      if (match) values.set(match[1]!, holes && !isFallback(holes) ? span : valueIn(excerpt, match[0].length, holes));
    }
  }
  const find: Lookup = name => values.get(name);
  return references.map(each => (isVariable(each) ? statedBeside(each, find, surroundings, add) : each));
}

type Holes = Script['commands'][number]['words'][number]['holes'];

const isFallback = (holes: NonNullable<Holes>) => holes.length === 1 && holes[0]!.fallback !== undefined;

/** The value itself, or that which stands in the place of an unset variable: `REVISION=${REVISION:-main}`. */
const valueIn = (excerpt: Excerpt, from: number, holes: Holes) => holes?.[0]?.fallback?.excerpt ?? excerpt.slice(from);

/** `MODELS=(org/one org/two)` of a variable that is known to name models. */
export function arrayVariables({ arrays }: Script): Reference[] {
  // A list that holds names of an API's provider is a list of such names.
  const ours = arrays.filter(({ words }) => !words.some(({ excerpt }) => PROVIDER_OWNERS.test(excerpt.text)));
  return ours.flatMap(({ name, words }) => words.flatMap(word => readVariable(name, word.excerpt)));
}
