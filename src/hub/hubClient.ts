import { readCommits } from '../core/facts/commitFacts.ts';
import { type Facts, type Looked, nothingKnown, type Source, unknown } from '../core/facts/facts.ts';
import { type FileFacts, readScan, readTree } from '../core/facts/fileFacts.ts';
import { type PublisherFacts, readPublisher } from '../core/facts/publisherFacts.ts';
import { type RepoFacts, readRepo } from '../core/facts/repoFacts.ts';
import type { RepoKind } from '../core/references/reference.ts';
import { ownCopy } from '../core/text/ownCopy.ts';
import { type Answer, failureWords } from './answer.ts';
import { type Capability, rememberCapabilities } from './capabilities.ts';
import { watchCounters } from './counters.ts';
import type { Endpoint } from './endpoint.ts';
import type { GuardedFetch, Question } from './guardedFetch.ts';
import { heldContent, heldFiles } from './heldContent.ts';

export interface RepoName {
  readonly id: string;
  readonly kind: RepoKind;
}

export interface HubClient {
  /**
   * Asks for all that hub depth needs of a repo: at most six look-ups, none of which counts as a download.
   * Never rejects but with the signal's reason: what could not be learned is `unknown` and says why.
   * `before`: what was known of it; its content is not asked for again while the commit is the same.
   */
  readonly lookUp: (repo: RepoName, signal?: AbortSignal, before?: Facts) => Promise<Facts>;
}

/** What a kind is called in the addresses of the API. */
export const API_ROUTES: Readonly<Record<RepoKind, string>> = {
  model: 'models',
  dataset: 'datasets',
  space: 'spaces',
  kernel: 'kernels',
  unknown: 'models',
};

/** Where files of a kind lie: `/datasets/org/name/resolve/…`. */
const FILES: Readonly<Record<RepoKind, readonly string[]>> = {
  model: [],
  dataset: ['datasets'],
  space: ['spaces'],
  kernel: ['kernels'],
  unknown: [],
};

/** One unknown name makes the Hub refuse the whole question. Source: the Hub's own list, October 2026. */
const EXPAND: Readonly<Record<RepoKind, string>> = {
  model: `author baseModels cardData config createdAt disabled downloads downloadsAllTime gated gguf lastModified
    library_name likes pipeline_tag sha siblings tags`,
  dataset: 'author cardData createdAt disabled downloads downloadsAllTime gated lastModified likes sha siblings tags',
  space: 'author cardData createdAt disabled lastModified likes sha siblings tags',
  kernel: 'author cardData createdAt disabled downloads downloadsAllTime gated lastModified likes sha tags',
  unknown: 'author createdAt disabled downloads gated lastModified likes sha siblings tags',
};

const MAX_TREE_PAGES = 3;
/** The Hub's pages have 1,000 entries each; what an endpoint sends beyond this is not kept. */
const MAX_FILES = 20_000;
/** A publisher's repos share what is known of the publisher, for as long as numbers are good. */
const PUBLISHER_KEPT_MS = 60 * 60 * 1000;
/** A card that tells its reader to run something does so near its top. */
const MAX_CARD_BYTES = 256 * 1024;

/** Asks one endpoint, and remembers what that one cannot answer. */
export function hubClient(endpoint: Endpoint, guarded: GuardedFetch, now: () => number): HubClient {
  const capabilities = rememberCapabilities(now);
  const counters = watchCounters();
  /** Kinds of which the endpoint has shown a repo. */
  const shown = new Set<RepoKind>();
  const publishers = new Map<string, { readonly at: number; readonly asked: Promise<Looked<PublisherFacts>> }>();

  const sourceOf = (answer: { readonly asOf: number }): Source => ({ host: endpoint.host, asOf: answer.asOf });

  /** The endpoint's own word that it does not tell; that a token is bad says nothing of the repo. */
  const refusedAs = (answer: Extract<Answer, { type: 'refused' }>) =>
    unknown(whyRefused(answer, endpoint), isBadToken(answer.message) ? undefined : sourceOf(answer));

  /** A question about a repo that is there: what is not answered is not known. */
  async function learn<T>(
    capability: Capability,
    question: Question,
    read: (body: unknown, answer: Extract<Answer, { type: 'content' }>) => T | undefined,
  ): Promise<Looked<T>> {
    if (capabilities.lacks(capability)) return unknown(`${endpoint.host} does not tell`, sourceOf({ asOf: now() }));
    const answer = await guarded.ask(question);
    if (answer.type === 'failed') return unknown(whyFailed(answer));
    capabilities.learn(capability, answer.status, aboutOf(question));
    if (answer.type === 'refused') return refusedAs(answer);
    const value = read(jsonOf(answer), answer);
    return value === undefined ? unknown(failureWords('garbage')) : { state: 'known', value, source: sourceOf(answer) };
  }

  async function repoOf({ id, kind }: RepoName, signal: AbortSignal | undefined): Promise<Looked<RepoFacts>> {
    const path = ['api', API_ROUTES[kind], ...id.split('/')];
    const expand = EXPAND[kind].split(/\s+/);
    const stop = signal ? { signal } : {};
    let answer: Answer;
    if (capabilities.lacks('expand')) answer = await guarded.ask({ path, ...stop });
    else {
      answer = await guarded.ask({ path, query: { 'expand[]': expand }, ...stop });
      if (answer.type === 'refused' && (answer.status === 400 || answer.status === 404)) {
        const bare = await guarded.ask({ path, ...stop });
        if (bare.type === 'content') capabilities.learn('expand', 400, id);

        answer = bare;
      }
    }
    if (answer.type === 'failed') return unknown(whyFailed(answer));
    if (answer.type === 'refused') {
      // A mirror that has no spaces at all says 404, too: without the Hub's own word it is believed where it has shown others.
      if (answer.status === 404 && (answer.code === 'RepoNotFound' || shown.has(kind)))
        return { state: 'missing', wording: 'missing', source: sourceOf(answer) };
      // Without a token the Hub hides whether a private repo is there. Source: recorded answers, October 2026.
      if (answer.status === 401 && !isBadToken(answer.message))
        return { state: 'missing', wording: 'missing-or-private', source: sourceOf(answer) };
      return refusedAs(answer);
    }
    const value = readRepo(jsonOf(answer));
    if (!value) return unknown(failureWords('garbage'));
    shown.add(kind);
    return { state: 'known', value: counters.told(value), source: sourceOf(answer) };
  }

  async function filesOf(
    { kind }: RepoName,
    { value: repo, source }: Known<RepoFacts>,
    stop: object,
  ): Promise<Looked<readonly FileFacts[]>> {
    const path = ['api', API_ROUTES[kind], ...repo.id.split('/'), 'tree', repo.sha ?? 'main'];
    const files: FileFacts[] = [];
    let last: Extract<Answer, { type: 'content' }> | undefined;
    const first = await learn(
      'tree',
      { path, query: { recursive: 'true', expand: 'true' }, ...stop },
      (body, answer) => {
        last = answer;
        return readTree(body);
      },
    );
    // Names without sizes and scans: what the repo's own answer lists.
    if (first.state !== 'known')
      return repo.siblings ? { state: 'known', value: repo.siblings.map(path => ({ path })), source } : first;
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
    keep(first.value);
    for (let page = 1; missing === undefined && last && guarded.hasNext(last); page++) {
      const next = page < MAX_TREE_PAGES ? await guarded.askNext(last, stop) : undefined;
      const more = next?.type === 'content' ? readTree(jsonOf(next)) : undefined;
      // A page that brings nothing new comes from a Link that leads in a circle.
      if (!more || keep(more) === 0) {
        missing ??= whyNoPage(next);
        beyond = next === undefined;
        break;
      }
      last = next as typeof last;
    }
    // The repo's own answer names all files: what no page held has no size and no scan, but it is there; `scan` tells of it.
    const rest = repo.siblings?.filter(path => !seen.has(path)).map(path => ({ path }));
    const value = [...files, ...(rest ?? [])];
    // More pages than are asked for are no failure, as long as all names are here.
    const isWhole = missing === undefined || (beyond && rest !== undefined);
    return isWhole ? { ...first, value } : { ...first, value, partial: missing! };
  }

  function whyNoPage(answer: Answer | undefined): string {
    if (answer === undefined) return `only the first ${MAX_TREE_PAGES} pages of the list were asked for`;
    if (answer.type === 'failed') return whyFailed(answer);
    return answer.type === 'refused' ? whyRefused(answer, endpoint) : 'the list of files does not go on';
  }

  /** Users and organisations share one namespace: whoever is not the one is asked for as the other. */
  function publisherOf(name: string): Promise<Looked<PublisherFacts>> {
    const key = ownCopy(name.toLowerCase());
    const known = publishers.get(key);
    if (known && now() - known.at < PUBLISHER_KEPT_MS) return known.asked;
    const asked = askPublisher(name);
    publishers.set(key, { at: now(), asked });
    // What was not answered now may be answered for the next repo.
    void asked.then(({ state }) => {
      if (state !== 'known' && publishers.get(key)?.asked === asked) publishers.delete(key);
    });
    return asked;
  }

  async function askPublisher(name: string): Promise<Looked<PublisherFacts>> {
    const user = await learn('users', { path: ['api', 'users', name, 'overview'] }, body =>
      readPublisher(body, 'user'),
    );
    if (user.state === 'known') return user;
    const path = ['api', 'organizations', name, 'overview'];
    return learn('organizations', { path }, body => readPublisher(body, 'organization'));
  }

  return {
    async lookUp(name, signal, before) {
      const stop = signal ? { signal } : {};
      const repo = await repoOf(name, signal);
      if (repo.state !== 'known') {
        return { ...nothingKnown(repo.state === 'unknown' ? repo.why : 'the repo was not found'), repo };
      }
      const { id, sha = 'main' } = repo.value;
      const api = ['api', API_ROUTES[name.kind], ...id.split('/')];
      const owner = id.split('/')[0]!;
      const card = [...FILES[name.kind], ...id.split('/'), 'resolve', sha, 'README.md'];
      const held = heldContent(before, repo.value);
      const asked = learn('scan', { path: [...api, 'scan'], ...stop }, readScan);
      const [files, scan, publisher, commits, text] = await Promise.all([
        heldFiles(held, asked).then(files => files ?? filesOf(name, repo, stop)),
        asked,
        publisherOf(owner),
        held?.commits ??
          learn('commits', { path: [...api, 'commits', sha], query: { limit: '5' }, ...stop }, (body, { headers }) =>
            readCommits(body, headers['x-total-count']),
          ),
        held?.card ?? learn('card', { path: card, maxBytes: MAX_CARD_BYTES, ...stop }, (_, answer) => cardIn(answer)),
      ]);
      return { repo, files, scan, publisher, commits, card: text };
    },
  };
}

type Known<T> = Extract<Looked<T>, { state: 'known' }>;

/** The repo or the publisher that is asked about, in whatever way. */
const aboutOf = ({ path }: Question): string => path.slice(0, 4).join('/');

const isBadToken = (message: string | undefined) => /invalid credentials/i.test(message ?? '');

function whyFailed({ reason, detail }: Extract<Answer, { type: 'failed' }>): string {
  return `${failureWords(reason)} (${detail})`;
}

function whyRefused({ status, code, message }: Extract<Answer, { type: 'refused' }>, { host }: Endpoint): string {
  if (isBadToken(message)) return `${host} does not accept the token`;
  if (code === 'GatedRepo') return 'gated: only those whom the owner admits may look';
  if (status === 404) return `${host} has nothing there`;
  return `${host} answered with status ${status}`;
}

function jsonOf({ body, complete }: Extract<Answer, { type: 'content' }>): unknown {
  if (!complete) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined; // A page of HTML, or half an answer: not understood.
  }
}

/** The card's text; nothing when a page of HTML came instead, as from a network that wants one to sign in. */
function cardIn({ body, headers }: Extract<Answer, { type: 'content' }>): string | undefined {
  const text = new TextDecoder().decode(body);
  return /^text\/html\b/i.test(headers['content-type'] ?? '') || /^\s*<!doctype html/i.test(text) ? undefined : text;
}
