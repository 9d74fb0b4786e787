import { readCommits } from '../core/facts/commitFacts.ts';
import { type Facts, type Known, type Looked, nothingKnown, type Source, unknown } from '../core/facts/facts.ts';
import { type FileFacts, readScan, readTree } from '../core/facts/fileFacts.ts';
import { type PublisherFacts, readPublisher } from '../core/facts/publisherFacts.ts';
import { type RepoFacts, readRepo } from '../core/facts/repoFacts.ts';
import type { RepoKind } from '../core/references/reference.ts';
import { ownCopy } from '../core/text/ownCopy.ts';
import { type Answer, failureWords } from './answer.ts';
import { type Content, cardIn, jsonOf } from './answerBody.ts';
import { type Capability, rememberCapabilities } from './capabilities.ts';
import { watchCounters } from './counters.ts';
import type { Endpoint } from './endpoint.ts';
import { listFiles } from './fileList.ts';
import type { GuardedFetch, Question } from './guardedFetch.ts';
import { heldContent, heldFiles } from './heldContent.ts';
import { LONGEST_ANSWER } from './longestAnswers.ts';
import { apiPath, filePath, type RepoName } from './repoAddress.ts';
import { isBadToken, whyFailed, whyRefused } from './whyUnknown.ts';

export interface HubClient {
  /**
   * Asks for all that hub depth needs of a repo: at most six look-ups, none of which counts as a download.
   * Never rejects but with the signal's reason: what could not be learned is `unknown` and says why.
   * `before`: what was known of it; its content is not asked for again while the commit is the same.
   */
  readonly lookUp: (repo: RepoName, signal?: AbortSignal, before?: Facts) => Promise<Facts>;
}

/** One unknown name makes the Hub refuse the whole question. Source: the Hub's own list, October 2026. */
const EXPAND: Readonly<Record<RepoKind, string>> = {
  model: `author baseModels cardData config createdAt disabled downloads downloadsAllTime gated gguf lastModified
    library_name likes pipeline_tag sha siblings tags`,
  dataset: 'author cardData createdAt disabled downloads downloadsAllTime gated lastModified likes sha siblings tags',
  space: 'author cardData createdAt disabled lastModified likes sha siblings tags',
  kernel: 'author cardData createdAt disabled downloads downloadsAllTime gated lastModified likes sha tags',
  unknown: 'author createdAt disabled downloads gated lastModified likes sha siblings tags',
};

/** A publisher's repos share what is known of the publisher, for as long as numbers are good. */
const PUBLISHER_KEPT_MS = 60 * 60 * 1000;

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
    capability: Exclude<Capability, 'expand'>,
    question: Question,
    read: (body: unknown, answer: Content) => T | undefined,
  ): Promise<Looked<T>> {
    if (capabilities.lacks(capability)) return unknown(`${endpoint.host} does not tell`, sourceOf({ asOf: now() }));
    const answer = await guarded.ask({ maxBytes: LONGEST_ANSWER[capability], ...question });
    if (answer.type === 'failed') return unknown(whyFailed(answer));
    capabilities.learn(capability, answer.status, aboutOf(question));
    if (answer.type === 'refused') return refusedAs(answer);
    const value = read(jsonOf(answer), answer);
    return value === undefined ? unknown(failureWords('garbage')) : { state: 'known', value, source: sourceOf(answer) };
  }

  async function repoOf(name: RepoName, signal: AbortSignal | undefined): Promise<Looked<RepoFacts>> {
    const { id, kind } = name;
    const path = apiPath(name);
    const ask = (expand?: readonly string[]): Promise<Answer> =>
      guarded.ask({
        path,
        ...(expand && { query: { 'expand[]': expand } }),
        maxBytes: LONGEST_ANSWER.repo,
        ...(signal && { signal }),
      });
    const expand = capabilities.lacks('expand') ? undefined : EXPAND[kind].split(/\s+/);
    let answer = await ask(expand);
    if (expand && answer.type === 'refused' && (answer.status === 400 || answer.status === 404)) {
      answer = await ask();
      if (answer.type === 'content') capabilities.learn('expand', 400, id);
    }
    // A dataset may have more files than can be named in one answer: the rest of it is asked for without them.
    if (expand && answer.type === 'content' && !answer.complete)
      answer = await ask(expand.filter(each => each !== 'siblings'));
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
    stop: { readonly signal?: AbortSignal },
  ): Promise<Looked<readonly FileFacts[]>> {
    let answer: Content | undefined;
    const first = await learn(
      'tree',
      {
        path: apiPath({ id: repo.id, kind }, 'tree', repo.sha ?? 'main'),
        query: { recursive: 'true', expand: 'true' },
        ...stop,
      },
      (body, content) => {
        answer = content;
        return readTree(body);
      },
    );
    if (first.state === 'known' && answer)
      return {
        ...first,
        ...(await listFiles({ files: first.value, answer }, repo.siblings, { guarded, endpoint, stop })),
      };
    // Names without sizes and scans: what the repo's own answer lists.
    return repo.siblings ? { state: 'known', value: repo.siblings.map(path => ({ path })), source } : first;
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
      const own = { id, kind: name.kind };
      const owner = id.split('/')[0]!;
      const held = heldContent(before, repo.value);
      const asked = learn('scan', { path: apiPath(own, 'scan'), ...stop }, readScan);
      const [files, scan, publisher, commits, text] = await Promise.all([
        heldFiles(held, asked).then(files => files ?? filesOf(name, repo, stop)),
        asked,
        publisherOf(owner),
        held?.commits ??
          learn(
            'commits',
            { path: apiPath(own, 'commits', sha), query: { limit: '5' }, ...stop },
            (body, { headers }) => readCommits(body, headers['x-total-count']),
          ),
        held?.card ?? learn('card', { path: filePath(own, sha, 'README.md'), ...stop }, (_, answer) => cardIn(answer)),
      ]);
      return { repo, files, scan, publisher, commits, card: text };
    },
  };
}

/** The repo or the publisher that is asked about, in whatever way. */
const aboutOf = ({ path }: Question): string => path.slice(0, 4).join('/');
