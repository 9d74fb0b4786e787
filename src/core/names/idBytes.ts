/**
 * Repo ids as bytes. The Hub allows ASCII letters, digits, `-`, `_` and `.` and ignores case, so one byte a character is
 * enough and lower case is the form that we compare. Source: `_validators.py` of huggingface_hub, which allows a name 96 characters.
 */
export const MAX_PART_LENGTH = 96;

const LOWER = Uint8Array.from({ length: 256 }, (_, code) => (code >= 65 && code <= 90 ? code + 32 : code));

/** `-`, `_` and `.` */
export function isSeparator(byte: number): boolean {
  return byte === 45 || byte === 46 || byte === 95;
}

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** Of a lower-case text. */
export function isLetter(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}

export function lowerByte(byte: number): number {
  return LOWER[byte]!;
}

export function lowerBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = LOWER[text.charCodeAt(i) & 255]!;
  return bytes;
}

/** Only what the Hub allows in a repo id; everything else is somebody else's finding. */
export function isPlainId(id: string): boolean {
  return id.length <= 2 * MAX_PART_LENGTH + 1 && /^[\w.-]{1,96}(?:\/[\w.-]{1,96})?$/.test(id);
}

/** FNV-1a. Signed from the start, so that a hash compares equal to its copy in an Int32Array. */
export const FNV_OFFSET = 0x811c9dc5 | 0;
export const FNV_PRIME = 0x01000193;

/** FNV-1a over bytes, kept as a signed 32-bit number. */
export function hashBytes(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let hash = FNV_OFFSET;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, FNV_PRIME);
  return hash;
}

/** The same hash for the lower case of a string's characters `from` to `to`, without making a new string. */
export function hashLower(text: string, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ LOWER[text.charCodeAt(i) & 255]!, FNV_PRIME);
  return hash;
}

/** One bit a letter, one for any digit: two texts within n edits differ in at most 2n bits. */
export function letterSignature(bytes: Uint8Array, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= 97 && byte <= 122) bits |= 1 << (byte - 97);
    else if (isDigit(byte)) bits |= 1 << 26;
  }
  return bits;
}

export function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
