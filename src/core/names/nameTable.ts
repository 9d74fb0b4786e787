import { inflateSync } from 'fflate';
import {
  hashBytes,
  hashLower,
  hashNumbers,
  hashWithoutSeparators,
  isSeparator,
  letterSignature,
  lowerByte,
} from './idBytes.ts';
import { BODY_HEADER_NUMBERS, checksum, FILE_HEADER_BYTES, FORMAT, MAGIC } from './packNameIndex.ts';

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
  readonly familyPublishers: ReadonlyMap<number, number>;
  /** The next repo of the same name by somebody else. */
  readonly nextNamesake: Int32Array;
  /** Hash tables with linear probing; a slot holds a number plus one, 0 is free. */
  readonly publisherSlots: Uint32Array;
  readonly repoSlots: Uint32Array;
  readonly nameSlots: Uint32Array;
}

/**
 * Opens the shipped bytes.
 * @throws Error that says in plain words what is wrong with the bytes.
 */
export function openNameTable(file: Uint8Array): NameTable {
  const body = inflateBody(file);
  const header = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const numbers = Array.from({ length: BODY_HEADER_NUMBERS }, (_, i) => header.getUint32(i * 4, true));
  const [day, publisherCount, repoCount, publisherBytes, nameBytes, movedBytes, provenanceBytes] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const expected =
    BODY_HEADER_NUMBERS * 4 +
    publisherCount * 3 +
    publisherBytes +
    repoCount * 5 +
    nameBytes +
    movedBytes +
    provenanceBytes;
  if (expected !== body.length || publisherCount >= 65_536)
    throw new Error('The name index contradicts its own header.');

  const slotsFor = (count: number) => 2 ** Math.ceil(Math.log2(Math.max(2, count * 2)));
  const views = viewsOnOneBuffer({
    publisherDownloads: [Float64Array, publisherCount],
    publisherAt: [Uint32Array, publisherCount + 1],
    firstRepo: [Uint32Array, publisherCount + 1],
    nameAt: [Uint32Array, repoCount + 1],
    downloads: [Uint32Array, repoCount],
    letters: [Int32Array, repoCount],
    numbers: [Int32Array, repoCount],
    unpunctuated: [Int32Array, repoCount],
    family: [Int32Array, repoCount],
    nextNamesake: [Int32Array, repoCount],
    publisherSlots: [Uint32Array, slotsFor(publisherCount)],
    repoSlots: [Uint32Array, slotsFor(repoCount)],
    nameSlots: [Uint32Array, slotsFor(repoCount)],
    ownerOf: [Uint16Array, repoCount],
    publisherText: [Uint8Array, publisherBytes],
    publisherLower: [Uint8Array, publisherBytes],
    nameText: [Uint8Array, nameBytes],
    nameLower: [Uint8Array, nameBytes],
  });

  let at = BODY_HEADER_NUMBERS * 4;
  const take = (count: number) => {
    at += count;
    return body.subarray(at - count, at);
  };
  sumLengths(take(publisherCount), views.publisherAt);
  const repoCounts = take(publisherCount * 2);
  for (let p = 0; p < publisherCount; p++) {
    views.firstRepo[p + 1] = views.firstRepo[p]! + repoCounts[p]! + repoCounts[publisherCount + p]! * 256;
  }
  views.publisherText.set(take(publisherBytes));
  sumLengths(take(repoCount), views.nameAt);
  const figures = take(repoCount * 4);
  for (let plane = 0; plane < 4; plane++) {
    for (let r = 0; r < repoCount; r++) {
      views.downloads[r] = views.downloads[r]! + figures[plane * repoCount + r]! * 256 ** plane;
    }
  }
  views.nameText.set(take(nameBytes));
  const ends = [views.publisherAt[publisherCount], views.firstRepo[publisherCount], views.nameAt[repoCount]];
  if (ends[0] !== publisherBytes || ends[1] !== repoCount || ends[2] !== nameBytes) {
    throw new Error('The name index contradicts its own header.');
  }
  const moved = readMoved(text(take(movedBytes)));
  const table: NameTable = {
    ...views,
    date: new Date(day * 86_400_000).toISOString().slice(0, 10),
    provenance: text(take(provenanceBytes)),
    fileBytes: file.length,
    publisherCount,
    repoCount,
    moved,
    familyPublishers: new Map(),
  };
  derive(table);
  return table;
}

export function publisherName(table: NameTable, publisher: number): string {
  return text(table.publisherText.subarray(table.publisherAt[publisher], table.publisherAt[publisher + 1]));
}

export function repoName(table: NameTable, repo: number): string {
  return text(table.nameText.subarray(table.nameAt[repo], table.nameAt[repo + 1]));
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

function inflateBody(file: Uint8Array): Uint8Array {
  if (file.length < FILE_HEADER_BYTES || MAGIC.some((byte, i) => file[i] !== byte)) {
    throw new Error('These bytes are not a name index.');
  }
  if (file[4] !== FORMAT) throw new Error(`The name index has format ${file[4]}; this version reads format ${FORMAT}.`);
  const header = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = header.getUint32(8, true);
  // Deflate reaches at most 1032:1, so a longer claim is a lie that would only cost memory.
  if (length < BODY_HEADER_NUMBERS * 4 || length > file.length * 1032) {
    throw new Error('The name index contradicts its own header.');
  }
  let body: Uint8Array;
  try {
    body = inflateSync(file.subarray(FILE_HEADER_BYTES), { out: new Uint8Array(length) });
  } catch {
    throw new Error('The name index is damaged or cut short.');
  }
  if (body.length !== length || checksum(body) !== header.getUint32(12, true)) {
    throw new Error('The name index is damaged or cut short.');
  }
  return body;
}

type View = Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;
type ViewKind<V extends View> = { readonly BYTES_PER_ELEMENT: number; new (b: ArrayBuffer, at: number, n: number): V };

/** Lays the arrays out one behind the other, the widest numbers first so that each is aligned. */
function viewsOnOneBuffer<Plan extends Record<string, readonly [ViewKind<View>, number]>>(
  plan: Plan,
): { [K in keyof Plan]: InstanceType<Plan[K][0]> } {
  const entries = Object.entries(plan);
  const buffer = new ArrayBuffer(entries.reduce((sum, [, [kind, count]]) => sum + kind.BYTES_PER_ELEMENT * count, 0));
  let at = 0;
  const views: Record<string, View> = {};
  for (const [name, [kind, count]] of entries) {
    views[name] = new kind(buffer, at, count);
    at += kind.BYTES_PER_ELEMENT * count;
  }
  return views as { [K in keyof Plan]: InstanceType<Plan[K][0]> };
}

function derive(table: NameTable): void {
  const { publisherCount, publisherAt, publisherLower, publisherText, firstRepo, nameAt, nameLower, nameText } = table;
  const familyPublishers = table.familyPublishers as Map<number, number>;
  for (let i = 0; i < publisherText.length; i++) publisherLower[i] = lowerByte(publisherText[i]!);
  for (let i = 0; i < nameText.length; i++) nameLower[i] = lowerByte(nameText[i]!);
  for (let p = 0; p < publisherCount; p++) {
    put(table.publisherSlots, hashBytes(publisherLower, publisherAt[p], publisherAt[p + 1]), p);
    const families = new Set<number>();
    for (let r = firstRepo[p]!; r < firstRepo[p + 1]!; r++) {
      const from = nameAt[r]!;
      const to = nameAt[r + 1]!;
      const hash = hashBytes(nameLower, from, to);
      table.ownerOf[r] = p;
      table.publisherDownloads[p] = table.publisherDownloads[p]! + (repoDownloads(table, r) ?? 0);
      table.letters[r] = letterSignature(nameLower, from, to);
      table.numbers[r] = hashNumbers(nameLower, from, to);
      table.unpunctuated[r] = hashWithoutSeparators(nameLower, from, to);
      table.family[r] = hashBytes(nameLower, from, firstWordEnd(nameLower, from, to));
      put(table.repoSlots, repoHash(p, hash), r);
      families.add(table.family[r]!);
      linkNamesake(table, hash, r);
    }
    for (const family of families) familyPublishers.set(family, (familyPublishers.get(family) ?? 0) + 1);
  }
}

/** The end of the letters that a name begins with: `qwen` of `qwen2.5-7b`. */
export function firstWordEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = from;
  while (end < to && !isSeparator(bytes[end]!) && bytes[end]! > 57) end++;
  return end;
}

function repoHash(publisher: number, nameHash: number): number {
  const mixed = Math.imul(nameHash ^ Math.imul(publisher + 1, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function put(slots: Uint32Array, hash: number, value: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = value + 1;
}

function linkNamesake(table: NameTable, hash: number, repo: number): void {
  const { nameSlots, nameAt, nameLower, nextNamesake } = table;
  nextNamesake[repo] = -1;
  const mask = nameSlots.length - 1;
  let slot = hash & mask;
  for (; nameSlots[slot] !== 0; slot = (slot + 1) & mask) {
    const other = nameSlots[slot]! - 1;
    if (!sameBytes(nameLower, nameAt[other]!, nameAt[other + 1]!, nameAt[repo]!, nameAt[repo + 1]!)) continue;
    nextNamesake[repo] = other;
    break;
  }
  nameSlots[slot] = repo + 1;
}

function sameBytes(bytes: Uint8Array, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false;
  for (let i = 0; i < to - from; i++) if (bytes[from + i] !== bytes[otherFrom + i]) return false;
  return true;
}

function isLower(bytes: Uint8Array, at: number, end: number, text: string, from: number, to: number): boolean {
  if (end - at !== to - from) return false;
  for (let i = 0; i < end - at; i++) if (bytes[at + i] !== lowerByte(text.charCodeAt(from + i))) return false;
  return true;
}

function sumLengths(lengths: Uint8Array, offsets: Uint32Array): void {
  for (let i = 0; i < lengths.length; i++) offsets[i + 1] = offsets[i]! + lengths[i]!;
}

function readMoved(table: string): Map<string, { from: string; to: string }> {
  const moved = new Map<string, { from: string; to: string }>();
  for (const line of table.split('\n')) {
    const [from, to] = line.split('\t');
    if (from && to) moved.set(from.toLowerCase(), { from, to });
  }
  return moved;
}

/** ASCII only, so characters are bytes. */
function text(bytes: Uint8Array): string {
  let made = '';
  for (const byte of bytes) made += String.fromCharCode(byte);
  return made;
}
