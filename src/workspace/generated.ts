import type { Language } from '../core/document.ts';
import { HUB_ADDRESS_HINT } from '../core/references/address/hubAddress.ts';

/** What a package manager writes, of the kinds that there is a reader for: addresses of packages by the thousand. */
const LOCKS = /(?:^|\/)(?:package-lock|npm-shrinkwrap|packages\.lock)\.json$|(?:^|\/)(?:pnpm|conda)-lock\.ya?ml$/i;

/** What a build leaves for browsers. */
const BUILT = /\.min\.(?:js|mjs|cjs|css)$/i;

/** In characters. Bundlers write lines beyond this; people do so around an inline picture. */
const LONG_LINE = 1_000;

/** A person who writes code writes more lines of bearable length than this, comments and blank lines not counted. */
const MOST_SHORT_LINES = 5;

/** A shorter text costs little, whoever wrote it. */
const LEAST_LENGTH = 10_000;

/**
 * Why a file is passed over as no person's work, in words for the user; nothing when it is read. What a comment says
 * ("generated, do not edit") does not count: such a file runs like any other, and whoever wants to hide something from us
 * would write it first. A lock file that names the Hub locks something that came from there, so it is read.
 */
export function generatedBy(path: string, language: Language, text: string): string | undefined {
  if (LOCKS.test(path)) return HUB_ADDRESS_HINT.test(text) ? undefined : 'the lock file of a package manager';
  if (language !== 'javascript' && !BUILT.test(path)) return undefined;
  return isMinified(text) ? 'minified by a build' : undefined;
}

/**
 * Comments do not count where they begin the file. Later on, what looks like one may stand in a string of several lines
 * while what follows runs: there only a comment of one line is passed over, and none in which a string may have code.
 */
function isMinified(text: string): boolean {
  if (text.length < LEAST_LENGTH) return false;
  // Nearly all files end here: somebody's code has its lines at the beginning.
  let short = 0;
  let long = 0;
  let atTop = true;
  let inComment = false;
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start);
    let line = text.slice(start, end).trim();
    start = end + 1;
    if (!atTop && line.length > LONG_LINE) {
      long += line.length;
      continue;
    }
    const mayHoldCode = !atTop && line.includes('${');
    if (inComment) {
      const close = line.indexOf('*/');
      if (close < 0) continue;
      inComment = false;
      line = line.slice(close + 2).trimStart();
    }
    line = line.replace(/^(?:\/\*.*?\*\/\s*)+/, '');
    if ((line === '' || line.startsWith('//')) && !mayHoldCode) continue;
    if (atTop && line.startsWith('/*')) {
      inComment = true;
      continue;
    }
    atTop = false;
    if (line.length > LONG_LINE) long += line.length;
    else if (++short > MOST_SHORT_LINES) return false;
  }
  return long > 0.9 * text.length;
}

/** All that ends a line, and so a comment, in JavaScript. */
function endOfLine(text: string, start: number): number {
  LINE_END.lastIndex = start;
  return LINE_END.exec(text)?.index ?? text.length;
}
const LINE_END = /[\n\r\u2028\u2029]/g;
