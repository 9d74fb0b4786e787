import type { PopularRow } from './nameSeed.ts';

export interface ListHubOptions {
  /** `https://huggingface.co` or a mirror of it. */
  readonly endpoint: string;
  /** Stop at the first repo below this many downloads in 30 days. */
  readonly least: number;
  /** The day that the figures are of. */
  readonly asOf: string;
  readonly fetch: typeof globalThis.fetch;
  readonly onPage?: (rows: number) => void;
  /** Milliseconds to wait after a refusal for too many requests that names no time. */
  readonly patience?: number;
}

const MOST_PAGES = 1000;
const MOST_TRIES = 5;

/** Models by downloads, the most first, from the Hub's listing; only ids and counts leave the answer. */
export async function listPopularModels(options: ListHubOptions): Promise<PopularRow[]> {
  const origin = new URL(options.endpoint).origin;
  const start = `${options.endpoint.replace(/\/$/, '')}/api/models?sort=downloads&direction=-1&limit=1000&expand[]=downloads`;
  const rows = new Map<string, PopularRow>();
  let next: string | undefined = start;
  for (let page = 0; next !== undefined && page < MOST_PAGES; page++) {
    const response = await getPatiently(next, options);
    let enough = false;
    for (const item of readItems(await response.json(), next)) {
      if (item.downloads < options.least) enough = true;
      else rows.set(item.id.toLowerCase(), { ...item, asOf: options.asOf });
    }
    options.onPage?.(rows.size);
    next = enough ? undefined : nextPage(response.headers.get('link'), next);
    // A mirror may name another host; following it would ask a server that nobody chose.
    if (next !== undefined && new URL(next).origin !== origin)
      throw new Error(`The next page is on another host: ${next}`);
  }
  return [...rows.values()];
}

async function getPatiently(url: string, options: ListHubOptions): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await options.fetch(url, { headers: { accept: 'application/json' } });
    if (response.ok) return response;
    const passing = response.status === 429 || response.status >= 500;
    if (!passing || tries === MOST_TRIES) throw new Error(`${url} answered ${response.status} ${response.statusText}`);
    const named = Number(response.headers.get('retry-after'));
    const wait = named > 0 ? named * 1000 : (options.patience ?? 2000) * tries;
    await new Promise(resolve => setTimeout(resolve, wait));
  }
}

function readItems(body: unknown, url: string): { id: string; downloads: number }[] {
  if (!Array.isArray(body)) throw new Error(`${url} answered no list`);
  return body.flatMap((item: { id?: unknown; downloads?: unknown } | null) =>
    typeof item?.id === 'string' && typeof item.downloads === 'number' && Number.isSafeInteger(item.downloads)
      ? [{ id: item.id, downloads: item.downloads }]
      : [],
  );
}

/** The address marked rel="next" in a Link header. */
export function nextPage(link: string | null, base: string): string | undefined {
  for (const part of link?.split(/,\s*(?=<)/) ?? []) {
    const match = /^\s*<([^>]*)>(.*)$/.exec(part);
    if (match && /;\s*rel="?next"?/.test(match[2]!)) return new URL(match[1]!, base).href;
  }
  return undefined;
}
