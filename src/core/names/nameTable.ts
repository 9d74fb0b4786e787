import { hashLower, lowerByte } from './idBytes.ts';

/**
 * An opened index: views on one buffer that holds the shipped columns and what is derived from them. Publishers and repos are
 * numbers, in the order of their lower-cased text; -1 is nobody.
 */
export interface NameTable {
  readonly date: string;
  readonly provenance: string;
  /** Bytes of the shipped file. */
  readonly fileBytes: number;
  readonly publisherCount: number;
  readonly repoCount: number;
  readonly moved: ReadonlyMap<string, { readonly from: string; readonly to: string }>;
  /** Where the text of publisher p begins; entry p + 1 is its end. */
  readonly publisherAt: Uint32Array;
  readonly publisherText: Uint8Array;
  readonly publisherLower: Uint8Array;
  /** The first repo of publisher p; entry p + 1 is the end of its range. */
  readonly firstRepo: Uint32Array;
  /** Downloads of all of its listed repos. */
  readonly publisherDownloads: Float64Array;
  readonly nameAt: Uint32Array;
  readonly nameText: Uint8Array;
  readonly nameLower: Uint8Array;
  /** Downloads of repo r plus one; 0 where no figure is known. */
  readonly downloads: Uint32Array;
  readonly ownerOf: Uint16Array;
  readonly letters: Int32Array;
  readonly numbers: Int32Array;
  readonly unpunctuated: Int32Array;
  /** Hash of the first word of repo r's name. */
  readonly family: Int32Array;
  /** How many publishers have a repo with that first word. */
  readonly familyPublishers: () => ReadonlyMap<number, number>;
  /** The next repo of the same name by somebody else. */
  readonly nextNamesake: Int32Array;
  /** Hash tables with linear probing; a slot holds a number plus one, 0 is free. */
  readonly publisherSlots: Uint32Array;
  readonly repoSlots: Uint32Array;
  readonly nameSlots: Uint32Array;
}

export function publisherName(table: NameTable, publisher: number): string {
  return asciiText(table.publisherText.subarray(table.publisherAt[publisher], table.publisherAt[publisher + 1]));
}

export function repoName(table: NameTable, repo: number): string {
  return asciiText(table.nameText.subarray(table.nameAt[repo], table.nameAt[repo + 1]));
}

export function repoId(table: NameTable, repo: number): string {
  return `${publisherName(table, table.ownerOf[repo]!)}/${repoName(table, repo)}`;
}

/** Downloads in 30 days; undefined where the seed has no figure. */
export function repoDownloads(table: NameTable, repo: number): number | undefined {
  const stored = table.downloads[repo]!;
  return stored === 0 ? undefined : stored - 1;
}

/** The publisher spelled by `id[0, end)` in any case, or -1. Allocates nothing. */
export function findPublisher(table: NameTable, id: string, end: number): number {
  const mask = table.publisherSlots.length - 1;
  for (let slot = hashLower(id, 0, end) & mask; ; slot = (slot + 1) & mask) {
    const publisher = table.publisherSlots[slot]! - 1;
    if (publisher < 0) return -1;
    if (isLower(table.publisherLower, table.publisherAt[publisher]!, table.publisherAt[publisher + 1]!, id, 0, end)) {
      return publisher;
    }
  }
}

/** The repo of `publisher` whose name is `id[from, end)` in any case, or -1. Allocates nothing. */
export function findRepo(table: NameTable, publisher: number, id: string, from: number): number {
  const mask = table.repoSlots.length - 1;
  for (let slot = repoHash(publisher, hashLower(id, from, id.length)) & mask; ; slot = (slot + 1) & mask) {
    const repo = table.repoSlots[slot]! - 1;
    if (repo < 0) return -1;
    if (table.ownerOf[repo] !== publisher) continue;
    if (isLower(table.nameLower, table.nameAt[repo]!, table.nameAt[repo + 1]!, id, from, id.length)) return repo;
  }
}

/** The first repo named `id[from, end)` in any case, by whomever; the others follow in `nextNamesake`. */
export function findNamesake(table: NameTable, id: string, from: number): number {
  const mask = table.nameSlots.length - 1;
  for (let slot = hashLower(id, from, id.length) & mask; ; slot = (slot + 1) & mask) {
    const repo = table.nameSlots[slot]! - 1;
    if (repo < 0) return -1;
    if (isLower(table.nameLower, table.nameAt[repo]!, table.nameAt[repo + 1]!, id, from, id.length)) return repo;
  }
}

/** Where a repo is looked for: by its publisher and the hash of its name. */
export function repoHash(publisher: number, nameHash: number): number {
  const mixed = Math.imul(nameHash ^ Math.imul(publisher + 1, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function isLower(bytes: Uint8Array, at: number, end: number, text: string, from: number, to: number): boolean {
  if (end - at !== to - from) return false;
  for (let i = 0; i < end - at; i++) if (bytes[at + i] !== lowerByte(text.charCodeAt(from + i))) return false;
  return true;
}

/** ASCII only, so characters are bytes. */
export function asciiText(bytes: Uint8Array): string {
  let made = '';
  for (const byte of bytes) made += String.fromCharCode(byte);
  return made;
}
