import * as v from 'valibot';
import { count, date, flag, list, orAbsent, readBy, text } from './tolerant.ts';

/** The Hub's own words for what its scanners say. A word that is not here is kept as `unknown`. */
export type ScanLevel = 'unscanned' | 'safe' | 'queued' | 'error' | 'caution' | 'suspicious' | 'unsafe' | 'unknown';

/** One file of a repo. */
export interface FileFacts {
  readonly path: string;
  /** Bytes. */
  readonly size?: number;
  /** Of the content; only files in large-file storage have one. */
  readonly sha256?: string;
  /** Git's own hash: of the content, or of the pointer to it. */
  readonly oid?: string;
  /** Of the last commit that touched it, in milliseconds since 1970; by the word of whoever pushed it. */
  readonly changedAt?: number;
  readonly scan?: FileScan;
}

export interface FileScan {
  readonly level: ScanLevel;
  /** Scanners that say anything but safe, and what. */
  readonly vendors: readonly { readonly vendor: string; readonly level: ScanLevel; readonly message?: string }[];
  /** What a pickle in the file imports, by the Hub's own list: `builtins.eval`. */
  readonly dangerousImports: readonly string[];
  /** What it imports besides that is on none of the Hub's lists. */
  readonly suspiciousImports?: readonly string[];
}

/** The Hub's verdict on the default branch of a whole repo. */
export interface ScanFacts {
  /** `false` is common, and means nothing. */
  readonly done: boolean;
  readonly issues: readonly { readonly path: string; readonly level: ScanLevel }[];
}

const Vendor = v.object({ status: text, message: text, pickleImports: list });
const Entry = v.object({
  type: text,
  path: text,
  oid: text,
  size: count,
  lfs: orAbsent(v.object({ oid: text, size: count })),
  lastCommit: orAbsent(v.object({ date })),
  securityFileStatus: orAbsent(v.record(v.string(), v.unknown())),
});
const Scan = v.object({ scansDone: flag, filesWithIssues: list });
const Issue = v.object({ path: text, level: text });
const Import = v.object({ module: text, name: text, safety: text });

const LEVELS: ReadonlySet<string> = new Set([
  'unscanned',
  'safe',
  'queued',
  'error',
  'caution',
  'suspicious',
  'unsafe',
]);

const levelOf = (word: string | undefined): ScanLevel =>
  word === undefined ? 'unscanned' : LEVELS.has(word) ? (word as ScanLevel) : 'unknown';

/** Scanners by the member that holds their answer. */
const VENDORS: Readonly<Record<string, string>> = {
  avScan: 'antivirus',
  pickleImportScan: 'pickle imports',
  jFrogScan: 'JFrog',
  protectAiScan: 'Protect AI',
  virusTotalScan: 'VirusTotal',
};

/** What an entry can be; `unknown` is a submodule. */
const TYPES: ReadonlySet<string> = new Set(['file', 'directory', 'unknown']);

/** The files among the entries of a page of `/tree/{revision}`; nothing when none of its entries can be read. */
export function readTree(body: unknown): FileFacts[] | undefined {
  if (!Array.isArray(body)) return undefined;
  const entries = body.flatMap(item => {
    const entry = readBy(Entry, item);
    return entry?.path && TYPES.has(entry.type ?? 'file') ? [{ ...entry, path: entry.path }] : [];
  });
  // No files is a fact; files that were not understood are none.
  if (entries.length === 0 && body.length > 0) return undefined;
  return entries.flatMap(entry => {
    if (entry.type === 'directory') return [];
    const size = entry.lfs?.size ?? entry.size;
    const scan = entry.securityFileStatus && readFileScan(entry.securityFileStatus);
    return [
      {
        path: entry.path,
        ...(size !== undefined && { size }),
        ...(entry.lfs?.oid !== undefined && { sha256: entry.lfs.oid }),
        ...(entry.oid !== undefined && { oid: entry.oid }),
        ...(entry.lastCommit?.date !== undefined && { changedAt: entry.lastCommit.date }),
        ...(scan && { scan }),
      },
    ];
  });
}

function readFileScan(status: Readonly<Record<string, unknown>>): FileScan {
  const vendors: { vendor: string; level: ScanLevel; message?: string }[] = [];
  const imports: { readonly name: string; readonly safety: string | undefined }[] = [];
  for (const [member, vendor] of Object.entries(VENDORS)) {
    const answer = readBy(Vendor, status[member]);
    if (!answer) continue;
    const level = levelOf(answer.status);
    if (level !== 'safe') vendors.push({ vendor, level, ...(answer.message && { message: answer.message }) });
    for (const each of answer.pickleImports ?? []) {
      const named = readBy(Import, each);
      if (named) imports.push({ name: `${named.module}.${named.name}`, safety: named.safety });
    }
  }
  const called = (safety: string) => imports.filter(each => each.safety === safety).map(({ name }) => name);
  const suspiciousImports = called('suspicious');
  return {
    level: levelOf(readBy(text, status['status'])),
    vendors,
    dangerousImports: called('dangerous'),
    ...(suspiciousImports.length > 0 && { suspiciousImports }),
  };
}

/** Reads the answer of `/scan`. */
export function readScan(body: unknown): ScanFacts | undefined {
  const answer = readBy(Scan, body);
  if (!answer || (answer.scansDone === undefined && answer.filesWithIssues === undefined)) return undefined;
  const issues = (answer.filesWithIssues ?? []).flatMap(each => {
    const issue = readBy(Issue, each);
    return issue?.path ? [{ path: issue.path, level: levelOf(issue.level) }] : [];
  });
  return { done: answer.scansDone ?? false, issues };
}
