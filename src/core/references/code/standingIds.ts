import type { Span } from '../../text/span.ts';
import { isInTripleQuotes } from '../../text/tripleQuotes.ts';
import { ELSEWHERE } from '../catalogue/names.ts';
import { isPublished, PROVIDER_OWNERS } from '../catalogue/publishers.ts';
import { type Reference, type RepoKind, unstated } from '../reference.ts';

/** A whole literal. */
const LITERAL = /(["'`])([A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{1,95})\1/g;

/** What stands right before a literal that names a module, a destination, a picture of a container or a folder of code. */
const NOT_LOADED =
  /(?:\bfrom|\brequire\s*\(|\bimport\s*\(?|(?:clone|docker|git|fetch|route|router|path|join|open|get|post|href|url|src)\w*\s*\(|\b(?:image|repository|github|git|container|href|src|url|path|route|file|branch|mime|type|accept|package|module)\w*["']?\s*[:=])\s*[fru]?$/i;

/** The line is a comment, or has become one before the literal. */
const COMMENT = /^\s*(?:#|\/\/|\*|--)|\s(?:#|\/\/)\s/;

/** A piece of a text that is put together is no id. */
const IS_ADDED_TO = /^.\s{0,40}\+/;
const IS_ADDED = /\+\s*$/;

/** Among the arguments of a call that sends something there. */
const SENT = /(?:push|upload|create|delete|duplicate|move|commit)\w*\s*\([^()]*$/i;

const LABEL = /([A-Za-z_]\w{0,59})["']?\s*(?::[^:=\n]{0,30})?[:=]\s*[([{]?\s*$/;

/** How far before a literal we look for what it is, and for the call that it is given to. */
const BEFORE = 80;
const CALL_BEFORE = 200;

/**
 * Literals of a program that are ids by themselves: the publisher is known on the Hub, and the name is written as names of
 * repos are. The way from such a literal to the loader often leads through a registry, a form or another file; a reader
 * takes it for what it is all the same. Only for programs that work with the Hub and with no other hub: the caller knows.
 */
export function standingIds(text: string, language: 'python' | 'other'): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(LITERAL)) {
    const id = match[2]!;
    if (!isPublished(id) || PROVIDER_OWNERS.test(id)) continue;
    const before = lineBefore(text, match.index);
    if (COMMENT.test(before) || NOT_LOADED.test(before) || IS_ADDED.test(before)) continue;
    if (IS_ADDED_TO.test(text.slice(match.index + id.length + 1, match.index + id.length + 45))) continue;
    if (SENT.test(text.slice(Math.max(0, match.index - CALL_BEFORE), match.index))) continue;
    const label = LABEL.exec(before)?.[1]
      ?.replace(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase();
    if (label !== undefined && ELSEWHERE.test(label)) continue;
    if (language === 'python' && isInTripleQuotes(text, match.index)) continue;
    const start = match.index + 1;
    const span: Span = { start, end: start + id.length };
    found.push({ id, kind: kindAt(before), span, api: 'literal', link: false, ...unstated, pins: [] });
  }
  return found;
}

const lineBefore = (text: string, at: number) =>
  text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - BEFORE), at);

/** The last word before it that says what it is. */
function kindAt(before: string): RepoKind {
  const said = [...before.matchAll(/data_?set|model|tokenizer|processor|checkpoint|pretrained|embed|encoder/gi)].at(-1);
  if (!said) return 'unknown';
  return /^data/i.test(said[0]) ? 'dataset' : 'model';
}
