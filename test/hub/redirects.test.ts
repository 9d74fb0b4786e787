import { describe, expect, test } from 'vitest';
import { type Endpoint, endpointOf } from '../../src/hub/endpoint.ts';
import type { HubRequest, HubResponse } from '../../src/hub/exchange.ts';
import { guardedFetch } from '../../src/hub/guardedFetch.ts';
import { whyFailed } from '../../src/hub/whyUnknown.ts';

const MIRROR = endpointOf('http://mirror.example/artifactory/hf') as Endpoint;
const ANSWER: HubResponse = { status: 200, headers: {}, body: Buffer.from('{}'), complete: true };

/** Asks a mirror with a token; `first` is its answer to the first request, and whatever is asked after it is found. */
function asking(first: Partial<HubResponse> = {}) {
  const requests: HubRequest[] = [];
  const guarded = guardedFetch({
    endpoint: MIRROR,
    exchange: async request => {
      // As every fetch does it, with the whole address in its words.
      const { username, password } = new URL(request.url);
      if (username || password) throw new TypeError(`Request cannot be constructed from ${request.url}`);
      requests.push(request);
      return requests.length === 1 ? { ...ANSWER, ...first } : ANSWER;
    },
    token: 'hf_secret',
    now: () => 0,
    sleep: async () => {},
    userAgent: 'test',
  });
  return { guarded, requests };
}

const QUESTION = { path: ['api', 'models', 'org', 'name'] };

/** What is said of a redirect that is not followed, and where requests went. */
async function redirected(location: string) {
  const { guarded, requests } = asking({ status: 307, headers: { location } });
  const answer = await guarded.ask(QUESTION);
  return { said: answer.type === 'failed' ? whyFailed(answer) : answer.type, asked: requests.map(({ url }) => url) };
}

describe('a redirect within the mirror', () => {
  test.each([
    '/artifactory/hf/api/models/org/renamed',
    'renamed',
    '/artifactory/hf/org/name/resolve/refs%2Fpr%2F1/a..b.json',
    '/artifactory/hf/org/name/resolve/main/dir%20with%20..dots/%2520.json',
  ])('%s is followed, with the token', async location => {
    const { guarded, requests } = asking({ status: 307, headers: { location } });
    expect((await guarded.ask(QUESTION)).type).toBe('content');
    expect(requests.map(({ headers }) => headers['authorization'])).toEqual(Array(2).fill('Bearer hf_secret'));
  });
});

describe('a redirect that leaves the path of the mirror', () => {
  test.each([
    '/other/secrets',
    '/artifactory/hf-of-others/api',
    '/artifactory/hf/../other',
    '/artifactory/hf/%2e%2e/other',
    '/artifactory/hf/..%2fother',
    '/artifactory/hf/%2E%2E%2Fother',
    '/artifactory/hf/api/..%2f..%2fother',
    '/artifactory/hf/..%5cother',
    '/artifactory/hf/..;/other',
    '/artifactory/hf/..%3b/other',
    '/artifactory/hf/%252e%252e%252fother',
    `/artifactory/hf/%${'25'.repeat(5_000)}2e%2e/other`,
  ])('%s is not followed', async location => {
    const { said, asked } = await redirected(location);
    expect(said).toBe('redirected elsewhere, which was not followed (out of http://mirror.example/artifactory/hf)');
    expect(asked).toHaveLength(1);
  });
});

describe('a redirect to an address that holds a password', () => {
  test.each([
    'http://user:word@mirror.example/artifactory/hf/api',
    '//user:word@mirror.example/artifactory/hf/api',
    'http://user@mirror.example/artifactory/hf/api',
    'http://user:word@elsewhere.example/artifactory/hf/api',
  ])('%s is not followed, and nobody reads it', async location => {
    const { said, asked } = await redirected(location);
    expect(said).toMatch(/^redirected elsewhere, which was not followed \(to (?:an address that holds|elsewhere)/);
    expect(said).not.toMatch(/user:|word@/);
    expect(asked).toHaveLength(1);
  });
});

test('a redirect to the same host by another scheme says which', async () => {
  const { said } = await redirected('https://mirror.example/artifactory/hf/api');
  expect(said).toBe('redirected elsewhere, which was not followed (to https://mirror.example)');
});

test.each([
  '/artifactory/hf/api/models/org/name/..%2f..%2f..%2fother',
  'http://user:word@mirror.example/artifactory/hf/api/models',
])('a next page at %s is not asked for', async next => {
  const { guarded, requests } = asking({ headers: { link: `<${next}>; rel="next"` } });
  const answer = await guarded.ask(QUESTION);
  expect(await guarded.askNext(answer)).toMatchObject({ type: 'failed', reason: 'redirected-away' });
  expect(requests).toHaveLength(1);
});

test.each(['..', '.', '', '../../../other', '..\\other', 'a/../b', '..%2fother'])(
  'a revision called %j is not asked about: a file may name any',
  async revision => {
    const { guarded, requests } = asking();
    expect(await guarded.ask({ path: [...QUESTION.path, 'revision', revision] })).toMatchObject({ type: 'failed' });
    expect(requests).toEqual([]);
  },
);

test('a branch with a slash in its name is asked about', async () => {
  const { guarded, requests } = asking();
  await guarded.ask({ path: [...QUESTION.path, 'revision', 'refs/pr/1'] });
  expect(requests.map(({ url }) => url)).toEqual([`${MIRROR.base}/api/models/org/name/revision/refs%2Fpr%2F1`]);
});
