import { Excerpt } from '../../text/excerpt.ts';
import type { ShellLanguage } from './scriptLines.ts';

/** A line with its shell's needless escapes taken out, and whether some stood inside a word: `p^ower^shell`. */
export interface Plain {
  readonly excerpt: Excerpt;
  readonly obscured: boolean;
}

/** Needless in front of a letter, so that they hide a word from a reader and not from the shell. A backslash has too many honest uses. */
const ESCAPE = { batch: '^', powershell: '`', shell: undefined } as const;
/** After a backtick these letters are control characters, as in "`r`n". */
const CONTROL = /[nrt0abfv]/;
/** `%COMSPEC:~0,1%`: letters cut from a variable. */
const SLICED = /%\w{1,30}:~-?\d{1,4}(?:,-?\d{1,4})?%/g;
const OBSCURED_FROM = 2;
const SLICED_FROM = 4;

/** Reads a line as its shell does: escapes before letters vanish, and so do empty quotes inside a word (`po""wershell`). */
export function unescapeLine(line: string, language: ShellLanguage): Plain {
  const builder = Excerpt.builder();
  let inside = 0;
  let from = 0;
  for (let i = 0; i < line.length; i++) {
    const isEscape = line[i] === ESCAPE[language] && isLetter(line[i + 1]);
    const isEmptyQuote = (line[i] === '"' || line[i] === "'") && line[i + 1] === line[i];
    const inWord = isLetter(line[i - 1]) && isLetter(line[i + (isEscape ? 1 : 2)]);
    if (!isEscape && !(isEmptyQuote && inWord)) continue;
    builder.add(line.slice(from, i), from);
    from = i + (isEscape ? 1 : 2);
    if (inWord && !(language === 'powershell' && CONTROL.test(line[i + 1]!))) inside++;
    i = from - 1;
  }
  builder.add(line.slice(from), from);
  const slices = language === 'batch' ? (line.match(SLICED)?.length ?? 0) : 0;
  return { excerpt: builder.build(), obscured: inside >= OBSCURED_FROM || slices >= SLICED_FROM };
}

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[A-Za-z]/.test(letter);
