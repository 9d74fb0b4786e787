import type { Dialect } from './dialects.ts';

/** A word, a text, or one sign. Comments and spaces are left out. Offsets count from the start of the file. */
export interface Token {
  readonly type: 'word' | 'text' | 'sign';
  readonly from: number;
  readonly to: number;
  /** The word, the sign, or the body of the text. A text with escapes has the body as written: no id has one. */
  readonly value: string;
  /** Where the body of a text begins. */
  readonly start: number;
}

const SKIPPED = /[ \t\r\n]+|\/\/[^\n]*/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const LINE_TEXT = /"(?:[^"\\\r\n]|\\[^\r\n])*("?)/y;
const CHARACTER = /'(?:[^'\\\r\n]|\\[^\r\n]){1,8}'/y;
/** Signs that mean one thing together. */
const SIGN = /\?\?=?|\?:|\?\.|:=|::|=>|->|==|!=|<=|>=|&&|\|\||\+=|[\s\S]/y;

/** Every token of the text, from left to right, in one pass. */
export function* tokens(text: string, dialect: Dialect): Generator<Token> {
  let at = 0;
  /** Marks that close nothing from here on, so that they are not looked for again and again. */
  const missing = new Set<string>();
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    const skipped = match(SKIPPED);
    if (skipped) {
      at += skipped[0].length;
      continue;
    }
    if (text.startsWith('/*', at)) {
      at = commentEnd(text, at, dialect.nests);
      continue;
    }
    const word = match(WORD);
    if (word) {
      yield { type: 'word', from: at, to: at + word[0].length, value: word[0], start: at };
      at += word[0].length;
      continue;
    }
    const marks = marksAt(text, at, dialect);
    if (marks && !missing.has(marks[1])) {
      const start = at + marks[0].length;
      const end = text.indexOf(marks[1], start);
      if (end >= 0) {
        const to = end + marks[1].length;
        yield { type: 'text', from: at, to, value: text.slice(start, end), start };
        at = to;
        continue;
      }
      missing.add(marks[1]);
    }
    const line = match(LINE_TEXT);
    if (line) {
      const to = at + line[0].length;
      yield { type: 'text', from: at, to, value: text.slice(at + 1, to - line[1]!.length), start: at + 1 };
      at = to;
      continue;
    }
    const character = match(CHARACTER);
    if (character) {
      at += character[0].length;
      continue;
    }
    const sign = match(SIGN)![0];
    yield { type: 'sign', from: at, to: at + sign.length, value: sign, start: at };
    at += sign.length;
  }
}

function marksAt(text: string, at: number, dialect: Dialect): readonly [string, string] | undefined {
  const raw = dialect.raw.find(([open]) => text.startsWith(open, at));
  if (raw) return raw;
  const long = dialect.long.find(open => text.startsWith(open, at));
  return long === undefined ? undefined : [long, long];
}

function commentEnd(text: string, from: number, nests: boolean): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from + 2;
  let depth = 1;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '*/') depth--;
    else if (nests) depth++;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}
