import { type FileFacts, readTree } from '../core/facts/fileFacts.ts';
import type { Answer } from './answer.ts';
import { type Content, jsonOf } from './answerBody.ts';
import type { Endpoint } from './endpoint.ts';
import type { GuardedFetch } from './guardedFetch.ts';
import { whyFailed, whyRefused } from './whyUnknown.ts';

export interface FileList {
  readonly value: readonly FileFacts[];
  /** Why files, or their sizes and scans, are missing; absent when all are here. */
  readonly partial?: string;
}

const MAX_TREE_PAGES = 3;
/** The Hub's pages have 1,000 entries each; what an endpoint sends beyond this is not kept. */
const MAX_FILES = 20_000;

/** How the pages behind the first are got, and of whom their gaps speak. */
export interface Pages {
  readonly guarded: Pick<GuardedFetch, 'hasNext' | 'askNext'>;
  readonly endpoint: Pick<Endpoint, 'host'>;
  readonly stop: { readonly signal?: AbortSignal };
}

/**
 * The files of a repo, page by page.
 * `names`: every file as the repo's own answer names it, where it does; what no page tells of stands there by its name alone.
 */
export async function listFiles(
  first: { readonly files: readonly FileFacts[]; readonly answer: Content },
  names: readonly string[] | undefined,
  { guarded, endpoint, stop }: Pages,
): Promise<FileList> {
  const files: FileFacts[] = [];
  const seen = new Set<string>();
  let missing: string | undefined;
  let beyond = false;
  /** How many of these are new; as many as there is room for are kept. */
  const keep = (more: readonly FileFacts[]): number => {
    const before = seen.size;
    for (const file of more) {
      if (seen.has(file.path)) continue;
      if (files.length >= MAX_FILES) {
        missing = `only the first ${MAX_FILES} files were read`;
        break;
      }
      seen.add(file.path);
      files.push(file);
    }
    return seen.size - before;
  };
  keep(first.files);
  let last = first.answer;
  for (let page = 1; missing === undefined && guarded.hasNext(last); page++) {
    const next = page < MAX_TREE_PAGES ? await guarded.askNext(last, stop) : undefined;
    const more = next?.type === 'content' ? readTree(jsonOf(next)) : undefined;
    // A page that brings nothing new comes from a Link that leads in a circle.
    if (next?.type !== 'content' || !more || keep(more) === 0) {
      missing ??= whyNoPage(next, endpoint);
      beyond = next === undefined;
      break;
    }
    last = next;
  }
  // The repo's own answer names all files: what no page held has no size and no scan, but it is there; `scan` tells of it.
  const rest = names?.filter(path => !seen.has(path)).map(path => ({ path }));
  const value = [...files, ...(rest ?? [])];
  // More pages than are asked for are no failure, as long as all names are here.
  const isWhole = missing === undefined || (beyond && rest !== undefined);
  return isWhole ? { value } : { value, partial: missing! };
}

function whyNoPage(answer: Answer | undefined, endpoint: Pick<Endpoint, 'host'>): string {
  if (answer === undefined) return `only the first ${MAX_TREE_PAGES} pages of the list were asked for`;
  if (answer.type === 'failed') return whyFailed(answer);
  return answer.type === 'refused' ? whyRefused(answer, endpoint) : 'the list of files does not go on';
}
