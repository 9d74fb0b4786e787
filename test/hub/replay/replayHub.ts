import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Asked, tokenIn } from './asked.ts';
import { FACES, throughFace } from './faces.ts';
import { changeBy, type Fault, type FaultName } from './faults.ts';
import { bucketOf, type Quotas, quotaCounter } from './quota.ts';
import { readScenarios } from './readScenarios.ts';
import { countsAsDownload, type RecordedRequest } from './record.ts';
import { type Reply, refusal } from './reply.ts';
import { foreignReply, routeOf } from './routes.ts';
import type { ScenarioInput } from './scenario.ts';
import { WIRE_FAULTS, whole } from './wireFaults.ts';
import { type World, worldOf } from './world.ts';

export interface ReplayHubOptions {
  /** Names of scenarios, folders with such files, or scenarios made by a program. */
  readonly scenarios?: readonly (string | ScenarioInput)[];
  /** A mirror's: see `faces.ts`. */
  readonly face?: string;
  /** Where the Hub lies on its host; the face's own otherwise. */
  readonly prefix?: string;
  readonly faults?: readonly (Fault | FaultName)[];
  /** The instant it starts at: the scenarios' own otherwise. Its clock runs on from there. */
  readonly now?: string;
  /** Requests a window; the Hub's own otherwise, which 80 repos use up. */
  readonly quota?: Partial<Quotas>;
  readonly port?: number;
  /** Entries of a tree that come at once with all that is known of them. */
  readonly treePage?: number;
  /** How long slow faults take. */
  readonly slowMs?: number;
}

export interface ReplayHub {
  /** The instant at which it started, on its own clock: a client that plays along takes its time from here. */
  readonly now: number;
  /** What `HF_ENDPOINT` would be: without a slash at its end. */
  readonly url: string;
  /** Another origin: large files lie there, and faults lure there. */
  readonly foreignUrl: string;
  /** Everything that was asked, at both origins. */
  readonly requests: readonly RecordedRequest[];
  readonly mostAtOnce: () => number;
  /** Addresses that got a token, by origin. */
  readonly tokensSeenAt: (origin: 'hub' | 'foreign') => readonly string[];
  readonly forget: () => void;
  /** From now on these go wrong, and nothing else. */
  readonly setFaults: (faults: readonly (Fault | FaultName)[]) => void;
  /** Refuses connections, until `up`. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a server on this machine that answers like the Hub, for the facts of the scenarios. */
export async function startReplayHub(options: ReplayHubOptions = {}): Promise<ReplayHub> {
  const face = FACES[options.face ?? 'hugging-face'];
  if (!face) throw new Error(`No face is called "${options.face}". There are: ${Object.keys(FACES).join(', ')}.`);
  const world = worldOf(readScenarios(options.scenarios ?? ['basics']), options.now);
  const started = Date.now();
  const now = () => world.now + (Date.now() - started);
  const quota = quotaCounter(options.quota ?? {}, now);
  const prefix = (options.prefix ?? face.prefix).replace(/\/+$/, '');
  const requests: RecordedRequest[] = [];
  const strikes = new Map<Fault, number>();
  let faults: readonly Fault[] = [];
  let underWay = 0;
  const setFaults = (next: readonly (Fault | FaultName)[]) => {
    faults = next.map(each => (typeof each === 'string' ? { name: each } : each));
    strikes.clear();
  };
  setFaults(options.faults ?? []);

  const origin = { hub: '', foreign: '' };
  const handle = (place: 'hub' | 'foreign') => (incoming: IncomingMessage, response: ServerResponse) => {
    const { authorization } = incoming.headers;
    const path = (incoming.url ?? '/').split('?')[0]!;
    const request: RecordedRequest = {
      at: now(),
      method: incoming.method ?? 'GET',
      url: incoming.url ?? '/',
      headers: Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      ),
      origin: place,
      authorization,
      countsAsDownload: place === 'hub' && countsAsDownload(incoming.method ?? 'GET', path),
      atOnce: ++underWay,
      status: 0,
    };
    requests.push(request);
    response.once('close', () => underWay--);
    incoming.on('error', () => response.destroy());
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const asked = askedBy(request, Buffer.concat(chunks).toString(), { origin, prefix, world });
      if (!asked) return send(response, request, refusal(400, 'Invalid URL'));
      if (place === 'foreign') return send(response, request, foreignReply(asked));
      const counted = quota.count(bucketOf(`/${asked.path.join('/')}`), authorization);
      const headers = { ...counted.headers, date: new Date(now()).toUTCString() };
      const reply = counted.exceeded ? refusal(429, 'You have reached your rate limit.') : replyTo(asked);
      send(response, request, { ...reply, headers: { ...reply.headers, ...headers } }, struck(request.url));
    });
  };

  function replyTo(asked: Asked): Reply {
    if (asked.token === 'bad') return refusal(401, 'Invalid credentials in Authorization header');
    const { resource, reply } = routeOf(asked, { treePage: options.treePage ?? 100, direct: face!.direct });
    const kind = asked.path[0] === 'api' ? asked.path[1] : asked.path[0];
    const lacks =
      (face!.knows && !face!.knows.includes(resource)) ||
      (face!.kinds && ['models', 'datasets', 'spaces', 'kernels'].includes(kind!) && !face!.kinds.includes(kind!));
    if (lacks) return { status: face!.lacking.status, body: face!.lacking.body };
    const expands = asked.url.searchParams.has('expand') || asked.url.searchParams.has('expand[]');
    if (resource === 'info' && expands && typeof face!.expand === 'number')
      return { status: face!.expand, body: face!.lacking.body };
    const answered = throughFace(face!, resource, reply(), { own: origin.hub });
    const location = answered.headers?.['location'];
    if (location === undefined || !location.startsWith('/')) return answered;
    return { ...answered, headers: { ...answered.headers, location: prefix + location } };
  }

  /** The fault that strikes this request, and how often it has struck. */
  function struck(url: string): { readonly fault: Fault; readonly count: number } | undefined {
    for (const fault of faults) {
      const { on, every = 1, times = Number.POSITIVE_INFINITY } = fault;
      if (on !== undefined && !(typeof on === 'string' ? url.includes(on) : on.test(url))) continue;
      const count = (strikes.get(fault) ?? 0) + 1;
      strikes.set(fault, count);
      if (count % every === 0 && count / every <= times) return { fault, count };
    }
    return undefined;
  }

  function send(
    response: ServerResponse,
    request: RecordedRequest,
    reply: Reply,
    strike?: ReturnType<typeof struck>,
  ): void {
    const scene = { url: request.url, foreignUrl: origin.foreign, hubUrl: origin.hub, strikes: strike?.count ?? 0 };
    const change = strike && changeBy(strike.fault.name);
    const { status, headers = {}, body } = change ? change(reply, scene) : reply;
    const json = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
    const bytes = json ? Buffer.from(JSON.stringify(body)) : Buffer.from((body as string | Uint8Array) ?? '');
    const wire = {
      status,
      headers: {
        'x-replay-hub': '1',
        ...(strike?.fault.name !== 'no-headers' && { 'x-request-id': `Root=1-${requests.length}` }),
        ...(json && { 'content-type': 'application/json; charset=utf-8' }),
        ...(status !== 204 && status !== 304 && { 'content-length': String(bytes.length) }),
        ...headers,
      } as Record<string, string>,
      body: request.method === 'HEAD' ? new Uint8Array() : bytes,
      slowMs: options.slowMs ?? 15_000,
    };
    request.status = status;
    const onWire = strike && WIRE_FAULTS[strike.fault.name as keyof typeof WIRE_FAULTS];
    if (onWire) delete wire.headers['content-length'];
    (onWire ?? whole)(response, wire);
  }

  const servers = { hub: createServer(handle('hub')), foreign: createServer(handle('foreign')) };
  origin.hub = await listen(servers.hub, options.port ?? 0);
  origin.foreign = await listen(servers.foreign, 0);
  return {
    now: world.now,
    url: origin.hub + prefix,
    foreignUrl: origin.foreign,
    requests,
    mostAtOnce: () => requests.reduce((most, { atOnce }) => Math.max(most, atOnce), 0),
    tokensSeenAt: place =>
      requests.filter(each => each.origin === place && each.authorization !== undefined).map(({ url }) => url),
    forget: () => void requests.splice(0),
    setFaults,
    down: () => close(servers.hub),
    up: async () => void (await listen(servers.hub, Number(new URL(origin.hub).port))),
    stop: async () => void (await Promise.all([close(servers.hub), close(servers.foreign)])),
  };
}

const LOOPBACK = '127.0.0.1';

const listen = (server: Server, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve(`http://${LOOPBACK}:${(server.address() as AddressInfo).port}`);
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

interface Place {
  readonly origin: { readonly hub: string; readonly foreign: string };
  readonly prefix: string;
  readonly world: World;
}

/** Nothing when the address cannot be decoded, or lies outside the prefix. */
function askedBy(request: RecordedRequest, body: string, { origin, prefix, world }: Place): Asked | undefined {
  const base = origin[request.origin];
  if (!URL.canParse(base + request.url)) return undefined;
  const url = new URL(base + request.url);
  const under = request.origin === 'hub' ? prefix : '';
  if (!url.pathname.startsWith(`${under}/`)) return undefined;
  try {
    return {
      method: request.method,
      url,
      path: url.pathname
        .slice(under.length + 1)
        .split('/')
        .filter(Boolean)
        .map(decodeURIComponent),
      headers: request.headers,
      body,
      token: tokenIn(request.authorization),
      world,
      foreignUrl: origin.foreign,
    };
  } catch {
    return undefined;
  }
}
