import { duration } from '../../facts/standing.ts';

/** A stranger's words as a quotation in one of our messages: no backtick of theirs ends it. */
export const quoted = (text: string): string => `\`${text.replaceAll('`', '\\u{0060}')}\``;

/** The longest that a stranger may be: an id of the Hub has 193 characters at most. */
const LONGEST = 200;

export const shortened = (text: string, limit = LONGEST): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** `2026-05-06 23:49 UTC`. */
export const sayTime = (iso: string): string =>
  iso === '' ? 'a time that no calendar holds' : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

/** `2026-05-06 23:49 UTC, 18 hours before this report`. */
export function sayAgo(iso: string, made: string): string {
  const passed = Date.parse(made) - Date.parse(iso);
  if (Number.isNaN(passed)) return sayTime(iso);
  return passed < 0
    ? `${sayTime(iso)}, which lies in the future`
    : `${sayTime(iso)}, ${duration(passed)} before this report`;
}

/** Nothing for a time that no calendar holds. */
export const isoOf = (ms: number): string | undefined =>
  Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : undefined;

export function sayBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

/** `+3`, `−2.5`, `0`: of log-odds, with a real minus sign. */
export function sayWeight(weight: number): string {
  const rounded = Math.round(weight * 100) / 100;
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
}

/** `one`, `one and two`, `one, two and three`. */
export const enumerated = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What is there of these members; what is not known is not there. */
export const present = <T extends object>(members: { [K in keyof T]?: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
