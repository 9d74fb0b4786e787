import { gzipSync } from 'node:zlib';
import type { Reply } from './reply.ts';
import { WIRE_FAULTS } from './wireFaults.ts';

/** What can go wrong, and where and how often it does. */
export interface Fault {
  readonly name: FaultName;
  /** Only addresses that hold this; otherwise all. */
  readonly on?: string | RegExp;
  /** Only every nth of them. */
  readonly every?: number;
  /** Only so many times; then it is over. */
  readonly times?: number;
}

export interface FaultScene {
  /** Path and query that were asked. */
  readonly url: string;
  readonly foreignUrl: string;
  readonly hubUrl: string;
  /** How often this fault has struck, this time included. */
  readonly strikes: number;
}

type Change = (reply: Reply, scene: FaultScene) => Reply;

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Change =>
  () => ({ status: code, headers, body: { error: `Replayed fault ${code}` } });

const text =
  (
    body: string | Uint8Array,
    type = 'application/json; charset=utf-8',
    also: Readonly<Record<string, string>> = {},
  ): Change =>
  reply => ({ status: 200, headers: { ...without(reply, 'location'), ...also, 'content-type': type }, body });

const to =
  (location: (scene: FaultScene) => string, code = 307): Change =>
  (_, scene) => ({ status: code, headers: { location: location(scene) } });

const without = ({ headers = {} }: Reply, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));

const PAGE =
  '<!doctype html><html><head><title>Sign in</title></head><body><h1>Company network: sign in</h1></body></html>';
const rateLimit = (left: string) => ({ ratelimit: left, 'ratelimit-policy': '"fixed window";"api";q=500;w=300' });

/** Faults that answer something else than was asked for, over a sound connection. */
const CHANGES = {
  html: text(PAGE, 'text/html; charset=utf-8'),
  'html-as-json': text(PAGE),
  'empty-body': text(''),
  'truncated-json': reply => ({ ...reply, body: halfOf(reply.body) }),
  'wrong-types': reply => changed(reply, swapped),
  'null-members': reply => changed(reply, nulled),
  'wrong-shape': reply => changed(reply, value => (Array.isArray(value) ? { items: value } : [value])),
  'json-null': text('null'),
  'json-text': text('"Hello"'),
  'deep-nesting': text(`${'['.repeat(200_000)}${']'.repeat(200_000)}`),
  'prototype-keys': reply => changed(reply, value => (Array.isArray(value) ? value.map(poisoned) : poisoned(value))),
  'control-characters': reply => changed(reply, spoiled),
  'negative-numbers': reply => changed(reply, negated),
  'huge-numbers': reply => changed(reply, enlarged),
  'invalid-utf8': text(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x22, 0x3a, 0x31, 0x7d])),
  'wrong-content-type': reply => ({ ...reply, headers: { ...reply.headers, 'content-type': 'image/png' } }),
  '429-rate-limit': status(429, rateLimit('"api";r=0;t=2')),
  '429-long': status(429, rateLimit('"api";r=0;t=280')),
  '429-retry-after': status(429, { 'retry-after': '1' }),
  '429-bare': status(429),
  '429-nonsense': status(429, { 'retry-after': 'soon', ratelimit: 'r=-1;t=NaN' }),
  '400': status(400),
  '403': status(403),
  '404': status(404),
  '418': status(418),
  '500': status(500),
  '502': status(502),
  '503': status(503),
  '504': status(504),
  '204': () => ({ status: 204 }),
  '304-unasked': () => ({ status: 304 }),
  'bad-token': () => ({
    status: 401,
    headers: { 'x-error-message': 'Invalid credentials in Authorization header' },
    body: { error: 'Invalid credentials in Authorization header' },
  }),
  'redirect-foreign': to(({ foreignUrl, url }) => foreignUrl + url),
  'redirect-protocol-relative': to(({ foreignUrl, url }) => foreignUrl.replace('http:', '') + url),
  'redirect-file': to(() => 'file:///etc/hostname'),
  'redirect-data': to(() => 'data:application/json,{}'),
  'redirect-circle': to(({ url }) => url),
  'redirect-chain': to(({ url, strikes }) => `${url.split('&hop=')[0]}${url.includes('?') ? '' : '?x'}&hop=${strikes}`),
  'redirect-nowhere': () => ({ status: 307 }),
  'redirect-nonsense': to(() => 'http://[::bad'),
  'link-foreign': (reply, { foreignUrl, url }) => withLink(reply, `${foreignUrl}${url}`),
  'link-circle': (reply, { hubUrl, url }) => withLink(reply, `${hubUrl}${url}`),
  'link-nonsense': reply => withLink(reply, 'http://[::bad'),
  'gzip-bomb': text(gzipSync(Buffer.alloc(64 * 1024 * 1024)), 'application/json', { 'content-encoding': 'gzip' }),
  'not-gzip': text('{"plain":true}', 'application/json', { 'content-encoding': 'gzip' }),
  'clock-ahead': reply => dated(reply, 400),
  'clock-behind': reply => dated(reply, -4000),
  'no-headers': ({ headers, ...reply }) =>
    headers?.['location'] ? { ...reply, headers: { location: headers['location'] } } : reply,
  'long-header': reply => ({ ...reply, headers: { ...reply.headers, 'x-long': 'x'.repeat(14_000) } }),
} satisfies Record<string, Change>;

export type ChangeName = keyof typeof CHANGES;
export type FaultName = ChangeName | keyof typeof WIRE_FAULTS;

export const FAULTS: readonly FaultName[] = [
  ...(Object.keys(CHANGES) as ChangeName[]),
  ...(Object.keys(WIRE_FAULTS) as (keyof typeof WIRE_FAULTS)[]),
];

export const changeBy = (name: FaultName): Change | undefined => (CHANGES as Partial<Record<FaultName, Change>>)[name];

function halfOf(body: unknown): unknown {
  const whole =
    typeof body === 'string' || body instanceof Uint8Array
      ? Buffer.from(body)
      : Buffer.from(JSON.stringify(body) ?? '');
  return whole.subarray(0, whole.length / 2);
}

/** Changes a body of JSON; other bodies are left. */
function changed(reply: Reply, change: (value: unknown) => unknown): Reply {
  const { body } = reply;
  if (typeof body !== 'object' || body === null || body instanceof Uint8Array) return reply;
  return { ...reply, body: change(body) };
}

const each = (value: unknown, change: (member: unknown) => unknown): unknown =>
  Array.isArray(value)
    ? value.map(change)
    : Object.fromEntries(Object.entries(value as object).map(([name, member]) => [name, change(member)]));

const poisoned = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value, ['__proto__']: { polluted: true }, constructor: { prototype: { polluted: true } } }
    : value;

/** Every member has another type than it should. */
function swapped(value: unknown): unknown {
  return each(value, member => {
    if (typeof member === 'string') return 7;
    if (typeof member === 'number') return 'many';
    if (typeof member === 'boolean') return 'yes';
    if (Array.isArray(member)) return { list: member.length };
    return member === null ? false : Array.isArray(value) ? swapped(member) : [];
  });
}

const nulled = (value: unknown): unknown =>
  each(value, member =>
    Array.isArray(value) && typeof member === 'object' && member !== null ? nulled(member) : null,
  );

const deeply =
  (change: (leaf: unknown) => unknown) =>
  (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? each(value, deeply(change)) : change(value);

const spoiled = deeply(leaf => (typeof leaf === 'string' ? `${leaf}\u001b[31m\u202e\u0000<img src=x>` : leaf));
const negated = deeply(leaf => (typeof leaf === 'number' ? -leaf - 1 : leaf));
const enlarged = deeply(leaf => (typeof leaf === 'number' ? 1e300 : leaf));

const withLink = (reply: Reply, address: string): Reply =>
  reply.status === 200 ? { ...reply, headers: { ...reply.headers, link: `<${address}>; rel="next"` } } : reply;

const dated = (reply: Reply, days: number): Reply => ({
  ...reply,
  headers: { ...reply.headers, date: new Date(Date.now() + days * 86_400_000).toUTCString() },
});
