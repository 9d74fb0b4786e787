/** What stands for a mark that commands and file names are made of; browsers show the mark. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  period: '.',
  sol: '/',
  bsol: '\\',
  colon: ':',
  semi: ';',
  plus: '+',
  vert: '|',
  verbar: '|',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  num: '#',
  dollar: '$',
  percnt: '%',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  NoBreak: '',
  ZeroWidthSpace: '',
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,14}));/gi;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const UNSEEN_OR_ENTITY = new RegExp(`${ENTITY.source}|${UNSEEN.source}`, 'i');

/** The text as it is shown: `start&#46;bat` → `start.bat    `. What a word loses comes back as blanks at its end, so that places stay. */
export function withoutEntities(text: string): string {
  if (!UNSEEN_OR_ENTITY.test(text)) return text;
  return text.replace(/\S+/g, word =>
    UNSEEN_OR_ENTITY.test(word) ? word.replace(ENTITY, shown).replace(UNSEEN, '').padEnd(word.length) : word,
  );
}

function shown(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]! : entity;
  const point = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  if (point > 0x10ffff) return entity;
  return point < 0x21 ? ' ' : String.fromCodePoint(point);
}

/** The text with Markdown's and HTML's marks replaced by blanks, character for character, so that words stand together: `**Run** as` → `  Run   as`. */
export function withoutMarks(text: string): string {
  const bare = text.replace(
    /[*`“”"]+|(?<![A-Za-z0-9_])_{1,3}(?=\S)|<\/?(?:a|b|i|em|strong|pre|code|kbd|p|br|li|ul|ol|u|span|div|h[1-6])\b[^<>\n]{0,200}>|&(?:nbsp|amp|gt|lt|quot);/gi,
    marks => ' '.repeat(marks.length),
  );
  return withoutEntities(bare);
}
