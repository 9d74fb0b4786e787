import type { RepoKind } from '../reference.ts';

/** What a first segment says of the kind of repo. */
export const KINDS: Readonly<Record<string, RepoKind>> = {
  datasets: 'dataset',
  spaces: 'space',
  models: 'model',
  kernels: 'kernel',
};

/** A piece of a path, between two slashes. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands behind it: `/` goes on, anything else ends the path. */
  readonly next: string;
}

const PATH_CHARACTER = /[\p{L}\p{M}\p{N}_.~%-]/u;

/** Path segments of letters, digits, `_.-~%`; the last one may be cut by whatever comes. */
export function segments(text: string, from: number, most = 8): Segment[] {
  const found: Segment[] = [];
  let start = from;
  while (found.length < most) {
    let end = start;
    while (end < text.length && PATH_CHARACTER.test(text[end]!)) end++;
    const next = text[end] ?? '';
    found.push({ text: text.slice(start, end), start, end, next });
    if (next !== '/') break;
    start = end + 1;
  }
  return found;
}

/** Behind an id such a character says that the rest is filled in later, or is no path at all. */
export const ASSEMBLED = /[{$<*[…]/;

/** An id, where it stands in the text. */
export interface Named {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly git: boolean;
}

/** `owner/name` of two segments, without the sentence's full stop and without `.git`. */
export function named(owner: Segment | undefined, name: Segment | undefined, text: string): Named | undefined {
  if (!owner?.text || !name?.text || owner.next !== '/' || ASSEMBLED.test(name.next)) return undefined;
  return trimmed(text, owner.start, name);
}

export function trimmed(text: string, start: number, last: Segment): Named | undefined {
  const bare = last.next === '/' ? last.text : last.text.replace(/[.~-]+$/, '');
  const git = bare.endsWith('.git');
  const end = last.start + bare.length - (git ? 4 : 0);
  return end > last.start ? { id: text.slice(start, end), start, end, git } : undefined;
}

/** The characters that `%2F` and `%40` stand for. */
export function decoded(text: string): string {
  return text.replace(/%2F/gi, '/').replace(/%40/g, '@');
}
