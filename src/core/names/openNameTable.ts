import { inflateSync } from 'fflate';
import { hashBytes, lowerByte } from './idBytes.ts';
import { asciiText, type NameTable, repoDownloads, repoHash } from './nameTable.ts';
import { emptyTraits, readTraits } from './nameTraits.ts';
import { once } from './once.ts';
import { BODY_HEADER_NUMBERS, checksum, FILE_HEADER_BYTES, FORMAT, MAGIC } from './packNameIndex.ts';

/**
 * Undoes raw deflate of a body whose length is known. A front on Node hands over zlib's, which starts ten times faster
 * than one in JavaScript; where there is none, fflate's does the same.
 */
export type Inflate = (deflated: Uint8Array, length: number) => Uint8Array;

export const inflateAnywhere: Inflate = (deflated, length) => inflateSync(deflated, { out: new Uint8Array(length) });

/**
 * Opens the shipped bytes.
 * @throws Error that says in plain words what is wrong with the bytes.
 */
export function openNameTable(file: Uint8Array, inflate: Inflate): NameTable {
  const body = inflateBody(file, inflate);
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
  const { downloads } = views;
  for (let plane = 0; plane < 4; plane++) {
    const unit = 256 ** plane;
    for (let r = 0; r < repoCount; r++) downloads[r]! += figures[plane * repoCount + r]! * unit;
  }
  views.nameText.set(take(nameBytes));
  const ends = [views.publisherAt[publisherCount], views.firstRepo[publisherCount], views.nameAt[repoCount]];
  if (ends[0] !== publisherBytes || ends[1] !== repoCount || ends[2] !== nameBytes) {
    throw new Error('The name index contradicts its own header.');
  }
  const moved = readMoved(asciiText(take(movedBytes)));
  // Spelled out: an object with fixed fields is read several times faster than one made by copying.
  const table: NameTable = {
    date: new Date(day * 86_400_000).toISOString().slice(0, 10),
    provenance: asciiText(take(provenanceBytes)),
    fileBytes: file.length,
    publisherCount,
    repoCount,
    moved,
    publisherAt: views.publisherAt,
    publisherText: views.publisherText,
    publisherLower: views.publisherLower,
    firstRepo: views.firstRepo,
    publisherDownloads: views.publisherDownloads,
    nameAt: views.nameAt,
    nameText: views.nameText,
    nameLower: views.nameLower,
    downloads: views.downloads,
    ownerOf: views.ownerOf,
    letters: views.letters,
    numbers: views.numbers,
    unpunctuated: views.unpunctuated,
    family: views.family,
    familyPublishers: once(() => countFamilyPublishers(table)),
    nextNamesake: views.nextNamesake,
    publisherSlots: views.publisherSlots,
    repoSlots: views.repoSlots,
    nameSlots: views.nameSlots,
  };
  derive(table);
  return table;
}

function inflateBody(file: Uint8Array, inflate: Inflate): Uint8Array {
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
    body = inflate(file.subarray(FILE_HEADER_BYTES), length);
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
  const { letters, numbers, unpunctuated, family, ownerOf, publisherDownloads, publisherSlots, repoSlots } = table;
  const traits = emptyTraits();
  for (let i = 0; i < publisherText.length; i++) publisherLower[i] = lowerByte(publisherText[i]!);
  for (let i = 0; i < nameText.length; i++) nameLower[i] = lowerByte(nameText[i]!);
  for (let p = 0; p < publisherCount; p++) {
    put(publisherSlots, hashBytes(publisherLower, publisherAt[p], publisherAt[p + 1]), p);
    let downloads = 0;
    for (let r = firstRepo[p]!; r < firstRepo[p + 1]!; r++) {
      readTraits(nameLower, nameAt[r]!, nameAt[r + 1]!, traits);
      ownerOf[r] = p;
      downloads += repoDownloads(table, r) ?? 0;
      letters[r] = traits.letters;
      numbers[r] = traits.numbers;
      unpunctuated[r] = traits.unpunctuated;
      family[r] = traits.family;
      put(repoSlots, repoHash(p, traits.hash), r);
      linkNamesake(table, traits.hash, r);
    }
    publisherDownloads[p] = downloads;
  }
}

function countFamilyPublishers(table: NameTable): Map<number, number> {
  const counts = new Map<number, number>();
  for (let p = 0; p < table.publisherCount; p++) {
    const families = new Set(table.family.subarray(table.firstRepo[p], table.firstRepo[p + 1]));
    for (const family of families) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  return counts;
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
