import { isPlain } from './escape.ts';

/** Columns that a terminal gives to a text: two for the wide characters of East Asia and for emoji, none for combining marks. */
export function terminalWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

export type Style = 'error' | 'warning' | 'information' | 'hint' | 'strong' | 'faint';

/** Puts a style around a text, or nothing where the output is no terminal. */
export type Paint = (style: Style, text: string) => string;

/** SGR numbers: red, yellow, blue, cyan, bold, dim, and what ends each. */
const STYLES: Readonly<Record<Style, readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  information: [34, 39],
  hint: [36, 39],
  strong: [1, 22],
  faint: [2, 22],
};

export const painted: Paint = (style, text) => `\u001b[${STYLES[style][0]}m${text}\u001b[${STYLES[style][1]}m`;
export const plain: Paint = (_style, text) => text;
