import type { CommitFacts } from '../core/facts/commitFacts.ts';
import type { Facts, Known, Looked } from '../core/facts/facts.ts';
import type { FileFacts, ScanFacts, ScanLevel } from '../core/facts/fileFacts.ts';
import type { RepoFacts } from '../core/facts/repoFacts.ts';

/** What a commit decides, and no clock. */
export interface HeldContent {
  readonly files?: Known<readonly FileFacts[]>;
  readonly scan: Looked<ScanFacts>;
  readonly commits?: Known<CommitFacts>;
  readonly card?: Known<string>;
}

/** The content that was known of a repo before, if the same repo is still at the same commit. */
export function heldContent(before: Facts | undefined, repo: RepoFacts): HeldContent | undefined {
  if (before?.repo.state !== 'known' || repo.sha === undefined) return undefined;
  const { sha, objectId, id } = before.repo.value;
  if (sha !== repo.sha || objectId !== repo.objectId || id !== repo.id) return undefined;
  const { files, scan, commits, card } = before;
  return {
    ...(files.state === 'known' && files.partial === undefined && { files }),
    scan,
    ...(commits.state === 'known' && { commits }),
    ...(card.state === 'known' && { card }),
  };
}

const UNSETTLED: ReadonlySet<ScanLevel> = new Set(['unscanned', 'queued', 'error', 'unknown']);

/**
 * The files of a commit stay, but what scanners say of them comes later, and may change: they are held where every scan
 * has come to an end, and the Hub says the same of the whole repo as before.
 */
export async function heldFiles(
  held: HeldContent | undefined,
  scanNow: Promise<Looked<ScanFacts>>,
): Promise<Known<readonly FileFacts[]> | undefined> {
  if (!held?.files || held.files.value.some(({ scan }) => scan && UNSETTLED.has(scan.level))) return undefined;
  const now = await scanNow;
  return toldOf(now) === toldOf(held.scan) ? held.files : undefined;
}

const toldOf = (scan: Looked<ScanFacts>): string => (scan.state === 'known' ? JSON.stringify(scan.value) : scan.state);
