import type { Span } from '../../text/span.ts';
import { tripleQuotes } from '../../text/tripleQuotes.ts';
import { ELSEWHERE } from '../catalogue/names.ts';
import { mayHoldId } from '../catalogue/publishedIds.ts';
import { isPublished, PROVIDER_OWNERS } from '../catalogue/publishers.ts';
import { type Reference, type RepoKind, unstated } from '../reference.ts';

/** A whole literal; or in it a flag and its value, `"--model org/name"`, also with more flags behind. */
const LITERAL = /(["'`])(--[a-z][\w-]{1,50}[ =])?([A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{1,95})(\1| (?=--[a-z]))/g;

/** What stands right before a literal that names a module, a destination, a picture of a container or a folder of code. */
const NOT_LOADED =
  /(?:\bfrom|\brequire\s*\(|\bimport\s*\(?|(?:clone|docker|git|fetch|route|router|path|join|open|get|post|href|url|src)\w*\s*\(|\b(?:image|repository|github|git|container|href|src|url|path|route|file|branch|mime|type|accept|package|module)\w*["']?\s*[:=])\s*[fru]?$/i;

/** The line is a comment, or has become one before the literal. */
const COMMENT = /^\s*(?:#|\/\/|\*|--)|\s(?:#|\/\/)\s/;

/** Held against a value that comes from elsewhere. */
const IS_COMPARED = /(?:[=!]==?|\b(?:starts|ends)_?with\s*\()\s*$/i;

/** A piece of a text that is put together is no id. */
const IS_ADDED_TO = /^.\s{0,40}\+/;
const IS_ADDED = /\+\s*$/;

/** Among the arguments of a call that sends something there. */
const SENT = /(?:push|upload|create|delete|duplicate|move|commit)\w*\s*\([^()]*$/i;

const LABEL = /([A-Za-z_]\w{0,59})["']?\s*(?::[^:=\n]{0,30})?[:=]\s*[([{]?\s*$/;

/** Beside the literal stands a full commit: `{"path": "org/name", "revision": "…"}`. Nothing but a repo has that. */
const PINNED = /^\s*,\s*(?:["']revision["']\s*:|revision\s*[:=])\s*(["'])([0-9a-f]{40})\1(?=\s*(?:[,})\]]|$))/;
const PINNABLE = /["']?(?:path|name|repo|repo_id|model|dataset)["']?\s*[:=]\s*$/;

/** The record tells of code. */
const OF_CODE = /github|gitlab|bitbucket|\.git\b/i;

/** How far before a literal we look for what it is, and for the call that it is given to. */
const BEFORE = 80;
/** A comment may begin far before what it names. */
const COMMENT_BEFORE = 400;
const PINNED_WITHIN = 160;
const CALL_BEFORE = 200;

/**
 * Literals of a program that are ids by themselves: the publisher is known on the Hub, and the name is written as names of
 * repos are. The way from such a literal to the loader often leads through a registry, a form or another file; a reader
 * takes it for what it is all the same. Only for programs that work with the Hub and with no other hub: the caller knows.
 */
export function standingIds(text: string, language: 'python' | 'other'): Reference[] {
  const found: Reference[] = [];
  const isQuoted = language === 'python' ? tripleQuotes(text) : () => false;
  for (const match of text.matchAll(LITERAL)) {
    const [, , flag = '', id = '', behind] = match;
    if (behind === ' ' && flag === '') continue;
    const start = match.index + 1 + flag.length;
    const before = lineBefore(text, match.index);
    const end = match.index + match[0].length;
    const commit =
      PINNABLE.test(before) && !OF_CODE.test(lineOf(text, match.index, end)) ? commitBehind(text, end) : undefined;
    if (!(commit || isPublished(id)) || PROVIDER_OWNERS.test(id)) continue;
    if (
      COMMENT.test(lineBefore(text, match.index, COMMENT_BEFORE)) ||
      (!commit && NOT_LOADED.test(before)) ||
      IS_ADDED.test(before) ||
      IS_COMPARED.test(before)
    )
      continue;
    if (IS_ADDED_TO.test(text.slice(start + id.length, start + id.length + 44))) continue;
    if (SENT.test(text.slice(Math.max(0, match.index - CALL_BEFORE), match.index))) continue;
    const label = (flag.slice(2, -1).replaceAll('-', '_') || LABEL.exec(before)?.[1])
      ?.replace(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase();
    if (label !== undefined && (ELSEWHERE.test(label) || (flag !== '' && !mayHoldId(label)))) continue;
    if (isQuoted(match.index)) continue;
    const span: Span = { start, end: start + id.length };
    found.push({
      ...unstated,
      id,
      kind: kindAt(before + flag),
      span,
      api: 'literal',
      link: false,
      ...(commit && { revision: { state: 'known', ...commit } }),
      pins: commit ? [{ span: commit.span, before: '', after: '' }] : [],
    });
  }
  return found;
}

/** The commit that is stated right behind a literal. */
function commitBehind(text: string, at: number): { value: string; span: Span } | undefined {
  const match = PINNED.exec(text.slice(at, at + PINNED_WITHIN));
  if (!match) return undefined;
  const value = match[2]!;
  const end = at + match[0].length - 1;
  return { value, span: { start: end - value.length, end } };
}

function lineBefore(text: string, at: number, far = BEFORE): string {
  const near = text.slice(Math.max(0, at - far), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}

/** What stands around a literal, as far as it may tell what its record is. */
const lineOf = (text: string, start: number, end: number) =>
  text.slice(Math.max(0, start - BEFORE), end + 2 * PINNED_WITHIN);

/** The last word before it that says what it is. */
function kindAt(before: string): RepoKind {
  const said = [...before.matchAll(/data_?set|model|tokenizer|processor|checkpoint|pretrained|embed|encoder/gi)].at(-1);
  if (!said) return 'unknown';
  return /^data/i.test(said[0]) ? 'dataset' : 'model';
}
