import { count } from '../text/count.ts';

/** `257,827,147 downloads in the 30 days to 2026-08-22`, the date of the name index; or that they are not known. */
export const downloadsUpTo = (to: string, n: number): string =>
  n > 0 ? `${count(n)} downloads in the 30 days to ${to}` : 'downloads not known';

export const publisherOf = (id: string): string => (id.includes('/') ? id.slice(0, id.indexOf('/')) : '');
export const nameOf = (id: string): string => id.slice(id.indexOf('/') + 1);

/** Makes a sentence of words: a capital first letter unless it starts with code, a full stop at the end. */
export const sentence = (text: string): string =>
  (/^[a-z]/.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text) + (/[.!?]$/.test(text) ? '' : '.');
