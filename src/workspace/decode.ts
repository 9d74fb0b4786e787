const UTF_8 = new TextDecoder('utf-8');

/** More of the characters than this that no person writes, and a file with NULs is binary. */
const MOST_UNWRITTEN = 0.3;

/**
 * UTF-8, or UTF-16 where a byte order mark says so (PowerShell writes it). The mark is not part of the text. A NUL does
 * not make a file binary, since Node runs a script that has one in a comment: it becomes a blank.
 */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeMarked(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeMarked(bytes, 'utf-16be');
  const text = UTF_8.decode(bytes);
  if (!bytes.includes(0)) return text;
  return isBinary(text) ? undefined : withoutNul(text);
}

const withoutNul = (text: string): string => text.replaceAll('\0', ' ');

function isBinary(text: string): boolean {
  let nuls = 0;
  let unwritten = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) nuls++;
    else if (isUnwritten(code)) unwritten++;
  }
  const others = text.length - nuls;
  return others === 0 || unwritten > MOST_UNWRITTEN * others;
}

/** Control characters but those of lines, tabs and colours, and what is no UTF-8. */
const isUnwritten = (code: number): boolean =>
  (code < 0x20 && code !== 0x1b && !(code >= 0x09 && code <= 0x0d)) || code === 0x7f || code === 0xfffd;

/**
 * Two characters of ASCII, read as one of UTF-16. Of Chinese text every fourth or fifth character is such a pair, and a
 * row of eight is not to be expected.
 */
const PAIR = pairs();
const ROW = new RegExp(`${PAIR}{8,}`, 'g');

/**
 * A shell does not care for a byte order mark: it fails on the first line and runs those after it, as bytes. So rows of
 * ASCII are taken for what they are, and all of a text that mostly is ASCII.
 */
function decodeMarked(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const text = new TextDecoder(encoding).decode(bytes);
  const rows = text.match(ROW);
  if (!rows) return text;
  if (rows.join('').length > text.length / 2) return withoutNul(UTF_8.decode(bytes.subarray(2)));
  return text.replace(ROW, row => asAscii(row, encoding));
}

function asAscii(row: string, encoding: 'utf-16le' | 'utf-16be'): string {
  let text = '';
  for (let i = 0; i < row.length; i++) {
    const [high, low] = [row.charCodeAt(i) >> 8, row.charCodeAt(i) & 0xff];
    text += encoding === 'utf-16be' ? String.fromCharCode(high, low) : String.fromCharCode(low, high);
  }
  return text;
}

function pairs(): string {
  const written = [0x09, 0x0a, 0x0d, ...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i)];
  const inHex = (byte: number): string => byte.toString(16).padStart(2, '0');
  const ranges = written.map(inHex).map(high => `\\u${high}09\\u${high}0a\\u${high}0d\\u${high}20-\\u${high}7e`);
  return `[${ranges.join('')}]`;
}
