import { Excerpt } from '../../text/excerpt.ts';
import { withoutEntities } from './marks.ts';
import { readPassages } from './passages.ts';

/** Characters that no reader sees: a zero-width space or a soft hyphen parts a word for a program alone. */
const UNSEEN = String.raw`[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]`;
/** Tags that stand inside a line and add no blank to it. */
const TAG = String.raw`<\/?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)\b[^<>\n]{0,200}>`;
/** Everything that may not be shown; a span of code comes whole, for what stands in it is shown as it is written. */
const MARK = new RegExp(
  [
    `(?<unseen>${UNSEEN}+)`,
    '(?<comment><!--)',
    `(?<tag>${TAG})`,
    String.raw`(?<stars>\*{1,3})`,
    // `_start_.bat`, but neither `my_file_.bat` nor `_start_model.bat`.
    String.raw`(?<lines>_{1,3}(?=\.\w)(?<=(?<!\w)_{1,3}[A-Za-z0-9-]{1,60}_{1,3}))`,
    String.raw`(?<escape>\\(?=[._-]))`,
    '(?<ticks>(?<!`)`{1,4}(?!`))(?<code>[^`\\n]{1,300})\\k<ticks>(?!`)',
  ].join('|'),
  'gi',
);
/** Cheaper than the above, and false for most documents. */
const MAY_DIFFER = new RegExp(
  `${UNSEEN}|${String.raw`[^\n]<!--|[\p{L}\p{N}_.;-](?:<[/a-z]|\*+[\p{L}\p{N}_.<&\\]|_+\.\w|\\[._-]|${'`'}+[\w.])`}`,
  'iu',
);
const WORD_BEFORE = /[\p{L}\p{N}_.;-]$/u;
const WORD_BEHIND = /^(?:[\p{L}\p{N}_<&\\*]|[.-][\p{L}\p{N}_<&\\*`])/u;

/**
 * The text as its reader sees it, where marks part a word: `start\.bat`, `start<wbr>.bat`, `load<!-- -->er.py` and
 * `**start**.bat` are all shown as the name of a file. It remembers where its characters came from. Nothing where the text
 * is shown as it is written. Marks at the edges of words stay, for they do no harm to a word.
 */
export function asShown(text: string): Excerpt | undefined {
  if (!MAY_DIFFER.test(text)) return undefined;
  const blocks = readPassages(text).filter(({ kind }) => kind === 'code');
  const commentEnd = nextOf(text, /--!?>/g);
  const blankLine = nextOf(text, /\n[ \t]*\r?\n/g);
  const builder = Excerpt.builder();
  let kept = 0;
  let block = 0;
  /** Ends the last kept stretch before the mark, and goes on behind it. */
  const drop = (start: number, end: number) => {
    builder.add(text.slice(kept, start), kept);
    kept = end;
  };
  /** Where the last mark that stands behind a word ended: what follows there follows the word. */
  let joined = -1;
  const isBehindWord = (at: number) => joined === at || WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at));
  const dropHere = (start: number, end: number) => {
    if (isBehindWord(start)) joined = end;
    drop(start, end);
  };
  const dropInWord = (start: number, end: number) => {
    if (isBehindWord(start) && WORD_BEHIND.test(text.slice(end, end + 3))) dropHere(start, end);
  };
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const { unseen, comment, ticks } = match.groups!;
    while (block < blocks.length && blocks[block]!.end <= start) block++;
    const inBlock = block < blocks.length && blocks[block]!.start <= start;
    if (unseen !== undefined) {
      dropHere(start, end);
    } else if (inBlock) {
      // In a block of code every mark is shown; a span of code that began in it does not reach out of it.
      MARK.lastIndex = ticks === undefined ? end : start + ticks.length;
    } else if (comment !== undefined) {
      const over = commentEnd(start + 2);
      // A comment at the beginning of a line is a block of its own, and is known as such where passages are read.
      if (over.end > text.length || blankLine(start).start < over.start || opensLine(text, start)) continue;
      dropHere(start, over.end);
      MARK.lastIndex = over.end;
    } else if (ticks !== undefined) {
      dropInWord(start, start + ticks.length);
      dropInWord(end - ticks.length, end);
    } else dropInWord(start, end);
  }
  if (kept === 0) return undefined;
  return builder.add(text.slice(kept), kept).build();
}

/** All that a reader of the card sees, for names that are looked for in it. */
export const shownWords = (text: string): string => withoutEntities(asShown(text)?.text ?? text);

const opensLine = (text: string, at: number): boolean =>
  /(?:^|\n)[ \t]{0,8}$/.test(text.slice(Math.max(0, at - 10), at));

/** The first place at or behind a position that only ever grows: each stretch of the text is searched once. */
function nextOf(text: string, expression: RegExp): (at: number) => { start: number; end: number } {
  let found = { start: -1, end: -1 };
  return at => {
    if (found.start >= at) return found;
    expression.lastIndex = at;
    const match = expression.exec(text);
    found = match
      ? { start: match.index, end: match.index + match[0].length }
      : { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
    return found;
  };
}
