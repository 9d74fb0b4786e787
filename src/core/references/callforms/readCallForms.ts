import { addressReferences } from '../address/addressReferences.ts';
import { CALL_FORMS, type CallForm } from '../catalogue/callForms.ts';
import { isForeignText } from '../catalogue/foreignTexts.ts';
import { standingIds } from '../code/standingIds.ts';
import { type ReadId, readId } from '../idForms.ts';
import { inOrder } from '../inOrder.ts';
import type { PlainReader } from '../plainReader.ts';
import { merged } from '../program/merged.ts';
import { absent, type Reference, type RepoKind, type RevisionPlace, type Stated, unstated } from '../reference.ts';
import type { CallLanguage } from './dialects.ts';
import { type Argument, type Given, type Outline, outline } from './outline.ts';
import { CALL_WORDS, HUB_LIBRARIES } from './words.ts';

/** Longer files are generated; of them only the addresses are read. */
const MAX_LENGTH = 2_000_000;

/** How many values of one name are looked at. */
const MAX_VALUES = 200;

/** How many values of names are followed in one file: a long list that is given away again and again was written to cost. */
const MAX_FOLLOWED = 20_000;

/** Reads a language by the signs of its calls: loads, constants that reach them, and addresses in texts and comments. */
export function callFormReader(language: CallLanguage): PlainReader {
  const worth = new RegExp(CALL_WORDS[language]);
  const all = CALL_FORMS.filter(form => form.language === language);
  return ({ text }) => {
    const addresses = addressReferences(text, span => span);
    if (text.length > MAX_LENGTH || !worth.test(text)) return { references: addresses, codeHazards: [] };
    const forms = all.filter(form => form.needs === undefined || form.needs.test(text));
    const read = outline(text, language);
    let followed = 0;
    const found = read.arguments.flatMap(argument => {
      const form = forms.find(each => takes(each, argument));
      if (!form || (argument.given.type === 'name' && followed > MAX_FOLLOWED)) return [];
      const references = referencesOf(argument, form, read, text);
      followed += references.length;
      return references;
    });
    const told = inOrder([...merged(found), ...addresses]);
    if (!worksWithHub(language, text)) return { references: told, codeHazards: [] };
    const taken = new Set(told.map(each => each.span.start));
    const standing = standingIds(text, 'other').filter(each => !taken.has(each.span.start));
    return { references: inOrder([...told, ...standing]), codeHazards: [] };
  };
}

/** Does the program import a library of the Hub, or one that runs its models, and speak of no other hub? */
const worksWithHub = (language: CallLanguage, text: string): boolean =>
  HUB_LIBRARIES[language].test(text) && !isForeignText(text);

function takes({ callee, labels, positions }: CallForm, { call, label, position }: Argument): boolean {
  if (callee && !callee.test(call.callee)) return false;
  return label === '' ? callee !== undefined && positions.includes(position) : labels.includes(label);
}

function referencesOf(argument: Argument, form: CallForm, read: Outline, text: string): Reference[] {
  const kind = kindOf(argument, form);
  const values = valuesOf(argument.given, read);
  const { revision, pins } = revisionOf(argument, form, read, text);
  return values.flatMap(given => {
    const id = readId(given.value, form.form, kind, form.bareNames);
    if (id?.judged !== 'repo') return [];
    return [referenceOf(id, given, argument, form, kind, { revision, pins: values.length === 1 ? pins : [] })];
  });
}

interface Said {
  readonly revision: Stated<string>;
  readonly pins: readonly RevisionPlace[];
}

function referenceOf(
  id: ReadId,
  given: Given,
  argument: Argument,
  form: CallForm,
  kind: RepoKind,
  said: Said,
): Reference {
  const at = ({ start, end }: { start: number; end: number }) => ({
    start: given.start + start,
    end: given.start + end,
  });
  const inside = id.revision && {
    revision: { state: 'known', value: id.revision.value, span: at(id.revision) } as const,
    pins: [{ span: at(id.revision), before: '', after: '' }],
  };
  return {
    id: id.id,
    kind: id.kind ?? kind,
    span: at(id),
    api: form.callee === undefined ? argument.label : spoken(argument.call.callee),
    link: false,
    ...unstated,
    ...(inside ?? said),
  };
}

/** `AutoTokenizer.from` of a chain; of a method of an object, the method. */
function spoken(callee: string): string {
  const words = callee.replaceAll('()', '').split('.');
  const owner = words.at(-2) ?? '';
  return words.slice(/^[A-Z]/.test(owner) || words.length === 2 ? -2 : -1).join('.');
}

const KINDS: Readonly<Record<string, RepoKind>> = { models: 'model', datasets: 'dataset', spaces: 'space' };

function kindOf({ call }: Argument, { kind, kindLabel }: CallForm): RepoKind {
  const given = kindLabel === undefined ? undefined : call.labelled.get(kindLabel);
  return given ? (KINDS[lastWord(given.given.value)] ?? 'unknown') : kind;
}

const lastWord = (path: string) => path.slice(path.lastIndexOf('.') + 1);

/** The text itself; of a name, the texts that the file puts under it; of a name that a loop fills, those of the list too. */
function valuesOf(given: Given, { stored, loops }: Outline): readonly Given[] {
  if (given.type === 'text') return [given];
  const name = lastWord(given.value);
  const own = (stored.get(name) ?? []).slice(0, MAX_VALUES);
  const list = (stored.get(loops.get(given.value.split('.')[0]!) ?? '') ?? []).slice(0, 10 * MAX_VALUES);
  const isField = given.value !== name;
  const fits = list.filter(each => !isField || each.label === '' || each.label.toLowerCase() === name.toLowerCase());
  return [...own, ...fits].slice(0, MAX_VALUES).map(each => each.given);
}

function revisionOf({ call, given }: Argument, form: CallForm, read: Outline, text: string): Said {
  if (form.unfollowed?.test(text)) {
    return { revision: { state: 'unknown', span: { start: given.start, end: given.end } }, pins: [] };
  }
  if (form.revision === undefined) return { revision: absent, pins: [] };
  const said = call.labelled.get(form.revision);
  if (!said) {
    const span = { start: given.end, end: given.end };
    // Behind a part of an expression (`b ? "org/one" : …`) it would be another program.
    const isWhole = /^["'`#]*\s*[,)\]]/.test(text.slice(given.end, given.end + 80));
    const pins = form.takesRevision && isWhole ? [{ span, before: `, ${form.revision}: "`, after: '"' }] : [];
    return { revision: absent, pins };
  }
  const [only, ...others] = valuesOf(said.given, read);
  const written = { start: said.given.start, end: said.given.end };
  if (!only || others.length > 0 || /[\\$]/.test(only.value))
    return { revision: { state: 'unknown', span: written }, pins: [] };
  const span = { start: only.start, end: only.start + only.value.length };
  return { revision: { state: 'known', value: only.value, span }, pins: [{ span, before: '', after: '' }] };
}
