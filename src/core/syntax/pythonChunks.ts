/**
 * Where the top-level statements of a Python text begin. A statement that is broken (a bracket or a quote still open)
 * ends where the next one clearly begins, so that damage stays where it is, and a keystroke concerns one statement.
 * Decided by the text alone, so that every way to a text gives the same answer.
 *
 * `from` is where a statement is known to begin: what comes before it has no say in what follows. The search ends with
 * the first start that is one of `known`.
 */
export function statementStarts(text: string, from = 0, known?: ReadonlySet<number>): number[] {
  const starts = [from];
  const scan: Scan = { at: from, depth: 0 };
  let decorated = false;
  let continued = false;
  while (scan.at < text.length) {
    const line = scan.at;
    const kind = continued ? undefined : lineKind(text, line, scan.depth);
    if (kind === 'definition' && decorated) {
      decorated = false;
      scan.depth = 0;
    } else if (kind && !(kind === 'decorator' && decorated)) {
      if (line > from) starts.push(line);
      if (line > from && known?.has(line)) return starts;
      scan.depth = 0;
      decorated = kind === 'decorator';
    } else if (kind === undefined && decorated && scan.depth === 0 && /\w/.test(text[line] ?? '')) {
      decorated = false;
    }
    continued = skipLine(text, scan);
  }
  return starts;
}

type LineKind = 'definition' | 'decorator' | 'statement';

const DEFINITION = /(?:async[ \t]+)?(?:def|class)[ \t]/y;
const IMPORT = /(?:import[ \t]+\w|from[ \t]+[\w.]+[ \t]+import\b)/y;
const ASSIGNMENT = /[A-Za-z_][\w.]*(?:[ \t]*:[ \t]*[\w.[\], ]{1,60})? = [^\n]*(?<![,\s])[ \t]*$/my;
const CONTINUATION = /(?:else|elif|except|finally)\b/y;

const matches = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** What begins at this line, if a statement does. Inside brackets only what can not stand there. */
function lineKind(text: string, at: number, depth: number): LineKind | undefined {
  const code = text.charCodeAt(at);
  if (code === 64 && /\w/.test(text[at + 1] ?? '')) return 'decorator';
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  if (!isLetter) return undefined;
  if (matches(DEFINITION, text, at)) return 'definition';
  if (depth > 0) return matches(IMPORT, text, at) || matches(ASSIGNMENT, text, at) ? 'statement' : undefined;
  return matches(CONTINUATION, text, at) ? undefined : 'statement';
}

interface Scan {
  at: number;
  /** Open brackets. */
  depth: number;
}

const INTERESTING = /["'#()[\]{}\n\\]/g;

/** Moves to the next line that is not inside a string of three quotes. True when a backslash goes on into it. */
function skipLine(text: string, scan: Scan): boolean {
  while (scan.at < text.length) {
    INTERESTING.lastIndex = scan.at;
    const match = INTERESTING.exec(text);
    if (!match) break;
    const at = match.index;
    scan.at = at + 1;
    switch (match[0]) {
      case '\n':
        return false;
      case '#':
        scan.at = endOfLine(text, at);
        break;
      case '\\':
        if (text[at + 1] === '\n' || (text[at + 1] === '\r' && text[at + 2] === '\n')) {
          scan.at = text.indexOf('\n', at) + 1;
          return true;
        }
        break;
      case '(':
      case '[':
      case '{':
        scan.depth++;
        break;
      case ')':
      case ']':
      case '}':
        scan.depth = Math.max(0, scan.depth - 1);
        break;
      default:
        scan.at = endOfString(text, at);
    }
  }
  scan.at = text.length;
  return false;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Behind the string that begins here; a string of one quote ends at the end of its line at the latest. */
function endOfString(text: string, at: number): number {
  const quote = text[at]!;
  if (text[at + 1] === quote && text[at + 2] === quote) {
    let end = at + 3;
    for (;;) {
      end = text.indexOf(quote.repeat(3), end);
      if (end < 0) return text.length;
      if (!isEscaped(text, end)) return end + 3;
      end++;
    }
  }
  for (let end = at + 1; end < text.length; end++) {
    const character = text[end];
    if (character === '\n') return end;
    if (character === '\\') end++;
    else if (character === quote) return end + 1;
  }
  return text.length;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
