import type { Language } from '../document.ts';
import type { Reading } from '../reading.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { isInTripleQuotes } from '../text/tripleQuotes.ts';
import type { Finding } from './finding.ts';
import type { Fix } from './rule.ts';

/** How a comment is written; `undefined` where the file format knows none (raw notebooks are JSON). */
const COMMENT: Readonly<Record<Language, readonly [string, string] | undefined>> = {
  python: ['# ', ''],
  shell: ['# ', ''],
  powershell: ['# ', ''],
  batch: ['rem ', ''],
  markdown: ['<!-- ', ' -->'],
  html: ['<!-- ', ' -->'],
  javascript: ['// ', ''],
  rust: ['// ', ''],
  go: ['// ', ''],
  java: ['// ', ''],
  csharp: ['// ', ''],
  swift: ['// ', ''],
  yaml: ['# ', ''],
  toml: ['# ', ''],
  requirements: ['# ', ''],
  makefile: ['# ', ''],
  dotenv: ['# ', ''],
  settings: ['# ', ''],
  dockerfile: ['# ', ''],
  modelfile: ['# ', ''],
  json: undefined,
  notebook: undefined,
  text: undefined,
  other: undefined,
};

/** Formats in which a comment has a line of its own: behind a value it would belong to the value. */
const OWN_LINE: ReadonlySet<Language> = new Set(['batch', 'dotenv', 'settings', 'dockerfile', 'modelfile', 'makefile']);

/** The fix that silences a finding where it stands: a comment at the end of its line, or above it where the line cannot take one. */
export function ignoreOnLine(reading: Reading, finding: Pick<Finding, 'rule' | 'span'>): Fix | undefined {
  const { text } = reading;
  const lines = new LineIndex(text);
  const { line } = lines.position(finding.span.start);
  const start = lines.lineStart(line);
  const content = text.slice(start, lines.lineEnd(line)).replace(/\r?\n$|\r$/, '');
  const comment =
    COMMENT[inFence(text.slice(0, start)) && reading.language === 'markdown' ? 'shell' : reading.language];
  if (!comment) return undefined;
  const words = `${comment[0]}model-trust: ignore[${finding.rule}]${comment[1]}`;
  const inString = (offset: number): boolean => reading.language === 'python' && isInTripleQuotes(text, offset);
  // A comment inside a string would change what the program does, and silence nothing.
  if (inString(start)) return undefined;
  const ownLine =
    OWN_LINE.has(reading.language) ||
    inString(start + content.length) ||
    /\\\s*$/.test(content) ||
    (reading.language === 'markdown' && comment[1] === '' && !content.trim());
  const edit = ownLine
    ? { span: { start, end: start }, newText: `${/^\s*/.exec(content)![0]}${words}\n` }
    : {
        span: { start: start + content.length, end: start + content.length },
        newText: `${content.endsWith(' ') ? '' : '  '}${words}`,
      };
  return { title: `Ignore ${finding.rule} on this line`, edits: [edit], preferred: false };
}

/** Is the place after this text inside a fenced block? */
function inFence(before: string): boolean {
  let open: string | undefined;
  for (const [, marks] of before.matchAll(/^[ \t>]*(`{3,}|~{3,})/gm)) {
    if (!open) open = marks;
    else if (marks!.startsWith(open)) open = undefined;
  }
  return open !== undefined;
}
