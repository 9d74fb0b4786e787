import { Excerpt } from '../../text/excerpt.ts';

/** A line with its shell's harmless escapes taken out, and whether any stood inside a word: `p^ower^shell`. */
export interface Plain {
  readonly excerpt: Excerpt;
  readonly obscured: boolean;
}

/** `%COMSPEC:~0,1%`: letters cut from a variable. */
const SLICED = /%\w{1,30}:~-?\d{1,4}(?:,-?\d{1,4})?%/g;

/** Reads a line as the shell does: `^` in batch and a backtick in PowerShell vanish before a letter, `""` and `''` inside a word as well. */
export function unescapeLine(line: string, language: 'batch' | 'powershell' | 'shell'): Plain {
  const mark = language === 'batch' ? '^' : language === 'powershell' ? '`' : '\\';
  const builder = Excerpt.builder();
  let inside = 0;
  let from = 0;
  for (let i = 0; i < line.length; i++) {
    const isEscape = line[i] === mark && /[A-Za-z]/.test(line[i + 1] ?? '');
    const quotes = /["']/.test(line[i]!) && line[i + 1] === line[i] && isLetter(line[i - 1]) && isLetter(line[i + 2]);
    if (!isEscape && !quotes) continue;
    if (language === 'powershell' && isEscape && !isLetter(line[i - 1]) && /[nrt0abfv]/.test(line[i + 1]!)) continue;
    if (language === 'shell' && isEscape && !(isLetter(line[i - 1]) && isLetter(line[i + 1]))) continue;
    builder.add(line.slice(from, i), from);
    from = i + (quotes ? 2 : 1);
    if (isLetter(line[i - 1]) || quotes) inside++;
    i = from - 1;
  }
  builder.add(line.slice(from), from);
  const slices = language === 'batch' ? (line.match(SLICED)?.length ?? 0) : 0;
  return { excerpt: builder.build(), obscured: inside >= 3 || slices >= 4 };
}

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[A-Za-z]/.test(letter);
