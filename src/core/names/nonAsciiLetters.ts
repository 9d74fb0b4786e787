export interface NonAsciiLetter {
  /** UTF-16 offset in the id. */
  readonly index: number;
  readonly char: string;
  /** `U+0430` */
  readonly codePoint: string;
  /** The ASCII letter that it is taken for, where it is a known confusable. */
  readonly looksLike?: string;
}

/**
 * Letters that are taken for ASCII ones, as `letter + its confusables`. Source: Unicode's confusables.txt (UTS #39), the rows whose
 * target is a character of the Hub's alphabet, limited to scripts that keyboards and fonts commonly have.
 */
const CONFUSABLES = [
  'aаɑα',
  'bЬЪƅ',
  'cсϲⅽ',
  'dԁɗⅾ',
  'eеҽ℮',
  'fſϝ',
  'gɡցƍ',
  'hһհ',
  'iіıιɩⅰ',
  'jјϳ',
  'kкκ',
  'lӏⅼ',
  'mмⅿ',
  'nոռп',
  'oоοօ',
  'pрρ',
  'qԛգ',
  'rгᴦ',
  'sѕꜱ',
  'tтτ',
  'uυսц',
  'vѵνⅴ',
  'wԝѡա',
  'xхχⅹ',
  'yуγү',
  'zᴢ',
  'AАΑ',
  'BВΒ',
  'CСϹⅭ',
  'DⅮ',
  'EЕΕ',
  'FϜ',
  'GԌ',
  'HНΗ',
  'IІΙⅠ',
  'JЈ',
  'KКΚ',
  'LⅬ',
  'MМΜⅯ',
  'NΝ',
  'OОΟՕ',
  'PРΡ',
  'QԚ',
  'SЅՏ',
  'TТΤ',
  'UՍ',
  'VѴⅤ',
  'WԜ',
  'XХΧⅩ',
  'YҮΥ',
  'ZΖ',
  '-‐‑‒–—−',
  '_ˍ＿',
  '.․․｡',
  '/∕⁄／',
  '0٠',
  '1١',
].flatMap(row => [...row].slice(1).map(char => [char, row[0]!] as const));

const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(CONFUSABLES);

const LONGEST_ANSWER = 16;

/** Every character of an id that is not ASCII, the first 16 of them. The Hub allows none. */
export function nonAsciiLetters(id: string): NonAsciiLetter[] {
  const found: NonAsciiLetter[] = [];
  for (const match of id.matchAll(/[^\x00-\x7f]/gu)) {
    if (found.length === LONGEST_ANSWER) break;
    const char = match[0];
    const looksLike = LOOKS_LIKE.get(char) ?? fullWidth(char);
    const codePoint = `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    found.push({ index: match.index, char, codePoint, ...(looksLike === undefined ? {} : { looksLike }) });
  }
  return found;
}

/** Full-width forms are ASCII moved by a constant. */
function fullWidth(char: string): string | undefined {
  const code = char.codePointAt(0)!;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : undefined;
}
