import { Excerpt } from '../../text/excerpt.ts';
import { addressReferences } from '../address/addressReferences.ts';
import { asksElsewhere } from '../catalogue/foreignTexts.ts';
import { readId } from '../idForms.ts';
import { inOrder } from '../inOrder.ts';
import type { PlainReader } from '../plainReader.ts';
import { type Reference, type RevisionPlace, unstated } from '../reference.ts';
import { statedBeside } from './environment.ts';
import { readVariable } from './variable.ts';

/** One `name = value` of a file; `start` is where its line begins. */
export interface Setting {
  readonly name: string;
  readonly start: number;
  readonly value: Excerpt;
}

const SETTING = /^[ \t]*(#[ \t]*)?(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/gm;

/** Reads `NAME=value` lines: variables that are known to hold an id, lists of chat-ui, and addresses anywhere. */
export const readDotenv: PlainReader = ({ text }) => {
  const settings = settingsOf(text);
  const values = new Map(settings.map(each => [each.name, each.value]));
  const found: Reference[] = settings.flatMap(({ name, value }) => {
    if (/^\s*\[/.test(value.text)) return listReferences(name, value);
    return readVariable(name.toUpperCase(), value, () => asksElsewhere(text)).map(each =>
      statedBeside(each, other => values.get(other), text, newLine(text)),
    );
  });
  const addresses = addressReferences(text, span => span);
  return { references: inOrder([...found, ...addresses]), codeHazards: [] };
};

export function settingsOf(text: string): Setting[] {
  const found: Setting[] = [];
  for (const match of text.matchAll(SETTING)) {
    if (match[1] !== undefined) continue;
    const start = match.index + match[0].length;
    const quote = /["'`]/.test(text[start] ?? '') ? text[start]! : '';
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline;
    const close = quote === '' ? -1 : text.indexOf(quote, start + 1);
    // A backquoted value goes over lines; any other that is not closed on its line is not closed at all.
    const isClosed = close >= 0 && (close <= lineEnd || quote === '`');
    const from = quote === '' ? start : start + 1;
    const rest = text.slice(from, lineEnd);
    const end = isClosed ? close : from + rest.replace(/\s+#.*$/, '').trimEnd().length;
    found.push({
      name: match[2]!,
      start: match.index,
      value: Excerpt.builder().add(text.slice(from, end), from).build(),
    });
  }
  return found;
}

/** `MODELS=[{ "name": "org/name", "tokenizer": "org/name" }]`. Source: chat-ui's `.env`. */
function listReferences(name: string, value: Excerpt): Reference[] {
  if (!/^(?:MODELS|OLD_MODELS|TASK_MODEL|TEXT_EMBEDDING_MODELS)$/.test(name)) return [];
  const found: Reference[] = [];
  for (const match of value.text.matchAll(/"(name|id|tokenizer)"\s*:\s*"([^"\s]+)"/g)) {
    const read = readId(match[2]!, 'full', 'model', false);
    if (read?.judged !== 'repo') continue;
    const start = match.index + match[0].length - 1 - match[2]!.length + read.start;
    const span = value.toOuter({ start, end: start + read.id.length });
    found.push({ ...unstated, id: read.id, kind: 'model', span, api: name, link: false, pins: [] });
  }
  return found;
}

/** Another variable is set on a line of its own below the one that names the id. */
function newLine(text: string): (reference: Reference, name: string) => RevisionPlace {
  return (reference, name) => {
    const newline = text.indexOf('\n', reference.span.end);
    const end = newline < 0 ? text.length : newline - (text[newline - 1] === '\r' ? 1 : 0);
    const lineStart = text.lastIndexOf('\n', reference.span.start - 1) + 1;
    const lead = /^[ \t]*(?:export[ \t]+)?/.exec(text.slice(lineStart, end))![0];
    return { span: { start: end, end }, before: `\n${lead}${name}=`, after: '' };
  };
}
