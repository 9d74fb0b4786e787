import { deflateSync } from 'fflate';

/** What the index is built from: plain tables, one row a thing. */
export interface NameSeed {
  /** ISO day of the newest figure. */
  readonly date: string;
  /** Where the figures come from, in one line. */
  readonly provenance: string;
  /** Repos with their downloads in 30 days, where a figure is known. */
  readonly repos: readonly { readonly id: string; readonly downloads?: number }[];
  /** Further namespaces of known owners: known publishers even without a listed repo. */
  readonly siblings: readonly string[];
  /** Old ids and where they live today. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
}

/*
 * The shipped file, numbers little-endian:
 *
 *   magic "MTNI" | format u8, three zero bytes | length of the body u32 | FNV-1a of the body u32 | the body, raw deflate
 *
 * The body is columns without padding. Rows are sorted by lower-cased publisher, then lower-cased name. Numbers wider than a byte
 * are stored plane by plane (all low bytes, then all next bytes …), which deflates best. What can be derived (offsets, hash tables,
 * lower case) is not stored: openNameTable makes it.
 *
 *   day u32 (since 1970-01-01) | publishers u32 | repos u32 | publisher bytes u32 | name bytes u32 | moved bytes u32 | provenance bytes u32
 *   publisher lengths   1 plane          name lengths   1 plane
 *   repos a publisher   2 planes         downloads + 1  4 planes (0: no figure)
 *   publisher text                       name text
 *   moved text: from TAB to NEWLINE      provenance text
 *
 * A sibling namespace without a listed repo is a publisher with no repos.
 */
export const MAGIC = [77, 84, 78, 73] as const;
export const FORMAT = 2;
export const FILE_HEADER_BYTES = 16;
export const BODY_HEADER_NUMBERS = 7;

/** The shipped bytes of an index. Same table, same bytes. */
export function packNameIndex(seed: NameSeed): Uint8Array {
  const publishers = groupByPublisher(seed);
  const repos = publishers.flatMap(publisher => publisher.repos);
  const publisherText = ascii(publishers.map(publisher => publisher.name).join(''));
  const nameText = ascii(repos.map(repo => repo.name).join(''));
  const movedText = ascii(
    [...seed.moved]
      .sort((a, b) => compare(a.from, b.from))
      .map(move => `${move.from}\t${move.to}\n`)
      .join(''),
  );
  const provenance = ascii(seed.provenance);
  const day = Math.round(Date.parse(`${seed.date}T00:00:00Z`) / 86_400_000);
  const header = [
    day,
    publishers.length,
    repos.length,
    publisherText.length,
    nameText.length,
    movedText.length,
    provenance.length,
  ];
  const body = concat([
    ...header.map(number => little(number)),
    planes(
      publishers.map(publisher => publisher.name.length),
      1,
    ),
    planes(
      publishers.map(publisher => publisher.repos.length),
      2,
    ),
    publisherText,
    planes(
      repos.map(repo => repo.name.length),
      1,
    ),
    planes(
      repos.map(repo => (repo.downloads === undefined ? 0 : repo.downloads + 1)),
      4,
    ),
    nameText,
    movedText,
    provenance,
  ]);
  const file = [Uint8Array.from([...MAGIC, FORMAT, 0, 0, 0]), little(body.length), little(checksum(body))];
  return concat([...file, deflateSync(body, { level: 9, mem: 12 })]);
}

/** FNV-1a, unsigned: notices a damaged file, not a forged one. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}

interface PublisherRows {
  /** The owner's spelling; where the tables differ in case, that of the most downloaded repo. */
  readonly name: string;
  readonly repos: { readonly name: string; readonly downloads?: number }[];
}

function groupByPublisher(seed: NameSeed): PublisherRows[] {
  const byKey = new Map<string, PublisherRows>();
  const seen = new Set<string>();
  for (const repo of [...seed.repos].sort((a, b) => (b.downloads ?? -1) - (a.downloads ?? -1) || compare(a.id, b.id))) {
    const slash = repo.id.indexOf('/');
    if (slash < 1 || seen.has(repo.id.toLowerCase())) continue;
    seen.add(repo.id.toLowerCase());
    const publisher = open(repo.id.slice(0, slash));
    const name = repo.id.slice(slash + 1);
    publisher.repos.push(repo.downloads === undefined ? { name } : { name, downloads: repo.downloads });
  }
  for (const sibling of seed.siblings) open(sibling);
  const rows = [...byKey].sort((a, b) => compare(a[0], b[0])).map(entry => entry[1]);
  for (const row of rows) row.repos.sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()));
  return rows;

  function open(name: string): PublisherRows {
    const key = name.toLowerCase();
    const known = byKey.get(key);
    if (known) return known;
    const made: PublisherRows = { name, repos: [] };
    byKey.set(key, made);
    return made;
  }
}

/** Code-unit order, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, char => {
    const code = char.codePointAt(0)!;
    if (code > 126) throw new Error(`The name index takes ASCII only, not ${JSON.stringify(char)}`);
    return code;
  });
}

function planes(numbers: readonly number[], count: number): Uint8Array {
  const bytes = new Uint8Array(numbers.length * count);
  for (let plane = 0; plane < count; plane++) {
    numbers.forEach((number, i) => {
      if (number >= 256 ** count) throw new Error(`${number} does not fit into ${count} bytes`);
      bytes[plane * numbers.length + i] = Math.floor(number / 256 ** plane) & 255;
    });
  }
  return bytes;
}

function little(number: number): Uint8Array {
  return planes([number], 4);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
