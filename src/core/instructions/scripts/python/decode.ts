const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (either alphabet) as Latin-1 text; nothing for what is none. */
export function fromBase64(encoded: string): string | undefined {
  const clean = encoded
    .replace(/\s/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={0,2}$/, '');
  if (clean.length < 2 || clean.length % 4 === 1) return undefined;
  let text = '';
  let bits = 0;
  let held = 0;
  for (const letter of clean) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      text += String.fromCharCode((bits >> held) & 0xff);
    }
  }
  return text;
}

export function fromHex(encoded: string): string | undefined {
  const clean = encoded.replace(/\s/g, '');
  if (clean.length === 0 || clean.length % 2 === 1 || !/^[0-9a-f]*$/i.test(clean)) return undefined;
  return clean.replace(/../g, pair => String.fromCharCode(Number.parseInt(pair, 16)));
}

export const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, letter => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '0': '\0',
  '\n': '',
};

/** What a Python string literal stands for: without prefix and quotes, escapes read. */
export function literalText(literal: string): string {
  const match = /^([a-z]{0,2})("""|'''|"|')/i.exec(literal);
  if (!match) return '';
  const [opening, prefix = '', quote = ''] = match;
  const body = literal.slice(opening.length, literal.endsWith(quote) ? literal.length - quote.length : literal.length);
  if (/r/i.test(prefix)) return body;
  return body.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([ntr\\'"0\n]))/gi, (_, hex, unicode, plain) =>
    plain !== undefined ? (ESCAPES[plain] ?? plain) : String.fromCharCode(Number.parseInt(hex ?? unicode, 16)),
  );
}
