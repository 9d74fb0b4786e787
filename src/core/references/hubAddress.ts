import { isPlaceholder } from './lookalikes.ts';
import type { RepoKind } from './reference.ts';
import { isRepoId } from './repoId.ts';

/** Is it worth looking for an address? */
export const HUB_ADDRESS_HINT =
  /hf:\/\/|huggingface(?:\.co|:\/\/|%3A)|hf\.co|hf-mirror\.com|ai\.djl\.huggingface|open_from_hf/i;

/** An address that names a repo, in some text. Offsets are into that text. */
export interface HubAddress {
  readonly id: string;
  readonly kind: RepoKind;
  /** The id alone. */
  readonly start: number;
  readonly end: number;
  /** Where the address begins, scheme included, and where what was read of it ends. */
  readonly from: number;
  readonly to: number;
  readonly revision?: { readonly value: string; readonly start: number; readonly end: number };
  /** `:Q4_K_M` behind an address without a scheme, as Ollama and llama.cpp take it. */
  readonly quantization?: { readonly value: string; readonly start: number; readonly end: number };
  /** A page to read, not content to load. */
  readonly link: boolean;
  readonly form: 'uri' | 'page' | 'content' | 'git' | 'api' | 'host';
}

const HOST =
  /(?<![\w-])(?:hf|huggingface):\/\/|djl:\/\/ai\.djl\.huggingface\.\w+\/|lmstudio:\/\/open_from_hf\?model=|(?:huggingface\.co|hf\.co|hf-mirror\.com)(?=[/:]|%2F)/gi;

/** How much of the text before a host can belong to the address: scheme, user and token, subdomain. */
const LOOK_BACK = 160;

/** First path segments on the Hub that are no publisher. */
const RESERVED: ReadonlySet<string> = new Set(
  `docs blog papers learn tasks models datasets spaces collections organizations settings join login logout new new-space
  new-dataset new-model pricing enterprise chat jobs changelog inference inference-endpoints api front welcome security
  support terms-of-service privacy search notifications posts discord hub huggingface.js languages brand playground course
  buckets storage billing transformers oauth assets avatars static metrics evaluate licenses daily_papers tokens`
    .split(/\s+/)
    .filter(Boolean),
);

const KINDS: Readonly<Record<string, RepoKind>> = {
  datasets: 'dataset',
  spaces: 'space',
  models: 'model',
  kernels: 'kernel',
};

/** Routes below a repo that give content; `blob`, `tree` and others are pages. */
const CONTENT_ROUTES: ReadonlySet<string> = new Set(['resolve', 'raw']);
const REVISION_ROUTES: ReadonlySet<string> = new Set(['resolve', 'raw', 'blob', 'tree', 'blame', 'revision']);

/** Bare names that people link to: `https://huggingface.co/gpt2`. Any other single segment is a publisher's page. */
const LEGACY_PAGES =
  /^(?:gpt2(?:-medium|-large|-xl)?|(?:distil)?bert-(?:base|large)-[\w-]+|(?:distil)?roberta-(?:base|large|large-mnli|large-openai-detector)|distilgpt2|t5-(?:small|base|large|3b|11b)|albert-[\w-]+-v[12]|xlm-roberta-(?:base|large)|xlnet-(?:base|large)-cased|bert-base-[\w-]+|camembert-base|openai-gpt|transfo-xl-wt103|ctrl)$/;

/** Every address in the text that names a repo, in order. */
export function hubAddresses(text: string): HubAddress[] {
  const found: HubAddress[] = [];
  for (const match of text.matchAll(HOST)) {
    const after = match.index + match[0].length;
    const address =
      match[0].endsWith('/') || match[0].endsWith('=')
        ? readUri(text, match.index, after)
        : text[after] === '%'
          ? readEncoded(text, match.index, after)
          : readUrl(text, match.index, after);
    if (address && isRepoId(address.id) && !isPlaceholder(address.id)) found.push(address);
  }
  return found;
}

interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands behind it: `/` goes on, anything else ends the path. */
  readonly next: string;
}

const PATH_CHARACTER = /[\p{L}\p{M}\p{N}_.~%-]/u;

/** Path segments of letters, digits, `_.-~%`; the last one may be cut by whatever comes. */
function segments(text: string, from: number, most = 8): Segment[] {
  const found: Segment[] = [];
  let start = from;
  while (found.length < most) {
    let end = start;
    while (end < text.length && PATH_CHARACTER.test(text[end]!)) end++;
    const next = text[end] ?? '';
    found.push({ text: text.slice(start, end), start, end, next });
    if (next !== '/') break;
    start = end + 1;
  }
  return found;
}

/** Behind an id such a character says that the rest is filled in later, or is no path at all. */
const ASSEMBLED = /[{$<*[…]/;

interface Named {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly git: boolean;
}

/** `owner/name` of two segments, without the sentence's full stop and without `.git`. */
function named(owner: Segment | undefined, name: Segment | undefined, text: string): Named | undefined {
  if (!owner?.text || !name?.text || owner.next !== '/' || ASSEMBLED.test(name.next)) return undefined;
  return trimmed(text, owner.start, name);
}

function trimmed(text: string, start: number, last: Segment): Named | undefined {
  const bare = last.next === '/' ? last.text : last.text.replace(/[.~-]+$/, '');
  const git = bare.endsWith('.git');
  const end = last.start + bare.length - (git ? 4 : 0);
  return end > last.start ? { id: text.slice(start, end), start, end, git } : undefined;
}

/** `hf://datasets/org/name@revision/path`. */
function readUri(text: string, from: number, after: number): HubAddress | undefined {
  const path = segments(text, after);
  const kind = KINDS[path[0]?.text ?? ''];
  if (path[0]?.text === 'buckets') return undefined;
  const [owner, name] = kind ? path.slice(1) : path;
  const id = named(owner, name, text);
  if (!id) return undefined;
  const revision = /^@((?:refs(?:\/|%2F)\w+(?:\/|%2F))?~?[\w.%-]+)/.exec(text.slice(id.end, id.end + 200))?.[1];
  const start = id.end + 1;
  const end = start + (revision?.length ?? 0);
  return {
    ...id,
    kind: kind ?? 'model',
    from,
    to: revision ? end : id.end,
    ...(revision && { revision: { value: decoded(revision), start, end } }),
    link: false,
    form: 'uri',
  };
}

/** `https%3A%2F%2Fhuggingface.co%2Forg%2Fname` in a badge or a redirect: a link whose slashes are written as `%2F`. */
function readEncoded(text: string, host: number, after: number): HubAddress | undefined {
  if (!/%2F%2F$/i.test(text.slice(Math.max(0, host - 6), host))) return undefined;
  const match = /^%2F(?:(datasets|spaces|models)%2F)?((?:(?!%2F)[\w.-])+%2F(?:(?!%[0-9A-F]{2})[\w.-])+)/i.exec(
    text.slice(after, after + 300),
  );
  if (!match) return undefined;
  const written = match[2]!.replace(/[.-]+$/, '');
  const start = after + match[0].length - match[2]!.length;
  const id = decoded(written);
  if (match[1] === undefined && RESERVED.has(id.split('/')[0]!)) return undefined;
  const end = start + written.length;
  return { id, kind: KINDS[match[1] ?? ''] ?? 'model', start, end, from: host, to: end, link: true, form: 'page' };
}

function readUrl(text: string, host: number, after: number): HubAddress | undefined {
  const before = text.slice(Math.max(0, host - LOOK_BACK), host);
  const [, scheme = '', user = '', subdomain = ''] =
    /((?:git\+)?https?:\/\/|ssh:\/\/|git:\/\/)?([^\s/@"'`<>()]{1,100}@)?((?:[\w-]+\.)*)$/i.exec(before) ?? [];
  const lead = scheme + user + subdomain;
  const from = host - lead.length;
  if (!scheme && !user && /[\w/.-]$/.test(before.slice(0, before.length - lead.length))) return undefined;
  const port = /^:\d{1,5}(?=\/)/.exec(text.slice(after, after + 8))?.[0].length ?? 0;
  const colon = port === 0 && text[after] === ':';
  if (colon && user !== 'git@') return undefined;
  const path = segments(text, after + port + 1);
  switch (subdomain.toLowerCase()) {
    case '':
    case 'www.':
      return readHubPath(text, path, { from, scheme, shortHost: /^hf\.co/i.test(text.slice(host)), git: colon });
    case 'api-inference.':
      return readAfter(text, path, from, /^(?:models|pipeline)$/, path[0]?.text === 'pipeline' ? 2 : 1);
    case 'router.':
      return path[0]?.text === 'hf-inference' && path[1]?.text === 'models'
        ? readAfter(text, path, from, /./, 2)
        : undefined;
    case 'datasets-server.':
      return readQuery(text, from, after);
    default:
      return undefined;
  }
}

interface Page {
  readonly from: number;
  readonly scheme: string;
  readonly shortHost: boolean;
  readonly git: boolean;
}

function readHubPath(text: string, path: readonly Segment[], page: Page): HubAddress | undefined {
  const first = path[0]?.text ?? '';
  if (first === 'api') {
    const kind = KINDS[path[1]?.text ?? ''];
    const id = kind && named(path[2], path[3], text);
    return (
      id && { ...id, kind, from: page.from, to: id.end, ...revisionOf(path.slice(4), text), link: false, form: 'api' }
    );
  }
  const kind = first === 'models' ? undefined : KINDS[first];
  if (!kind && RESERVED.has(first)) return undefined;
  const rest = kind ? path.slice(1) : path;
  const legacy = !CONTENT_ROUTES.has(rest[1]?.text ?? '') ? undefined : rest[0]?.text;
  const single = rest[0] && rest[0].next !== '/' && !kind ? trimmed(text, rest[0].start, rest[0]) : undefined;
  if (legacy) {
    const id = trimmed(text, rest[0]!.start, rest[0]!);
    return (
      id && {
        ...id,
        kind: kind ?? 'model',
        from: page.from,
        to: id.end,
        ...revisionOf(rest.slice(1), text),
        link: false,
        form: 'content',
      }
    );
  }
  if (single) {
    if (!LEGACY_PAGES.test(single.id) || ASSEMBLED.test(rest[0]!.next)) return undefined;
    return { ...single, kind: 'model', from: page.from, to: single.end, link: !page.git && !single.git, form: 'page' };
  }
  const id = named(rest[0], rest[1], text);
  if (!id) return undefined;
  const content = CONTENT_ROUTES.has(rest[2]?.text ?? '');
  const git = page.git || id.git || page.scheme.startsWith('git+');
  const host = !page.scheme && page.shortHost;
  const form = git ? 'git' : content ? 'content' : host ? 'host' : 'page';
  const end = id.git ? id.end + 4 : id.end;
  const quantization = page.scheme || git ? undefined : quantizationAt(text, id.end);
  return {
    ...id,
    kind: kind ?? 'model',
    from: page.from,
    to: end,
    ...revisionOf(rest.slice(2), text, end),
    ...(quantization && { quantization }),
    link: form === 'page' || (form === 'host' && !quantization && !isFetched(text, page.from)),
    form,
  };
}

/** `hf.co/org/name` is fetched where it is a word of its own, or follows a command; within a sentence it is a page. */
const isFetched = (text: string, from: number) =>
  from <= 1 || /\b(?:run|pull|get|FROM|ADAPTER)\s+["']?$/.test(text.slice(Math.max(0, from - 20), from));

function quantizationAt(text: string, at: number): HubAddress['quantization'] {
  const value = /^:([A-Za-z][\w.-]*\w)/.exec(text.slice(at, at + 60))?.[1];
  return value ? { value, start: at + 1, end: at + 1 + value.length } : undefined;
}

/** `resolve/REVISION/…`, or `@REVISION` behind a pip address. */
function revisionOf(route: readonly Segment[], text: string, end?: number): Pick<HubAddress, 'revision'> {
  const [name, revision] = route;
  if (name && revision?.text && REVISION_ROUTES.has(name.text)) {
    const spread = revision.text === 'refs' && route[3] ? route[3] : revision;
    const value = text.slice(revision.start, spread.end);
    return { revision: { value: decoded(value), start: revision.start, end: spread.end } };
  }
  const pinned = end === undefined ? undefined : /^@([\w./-]*\w)/.exec(text.slice(end, end + 200))?.[1];
  return pinned ? { revision: { value: pinned, start: end! + 1, end: end! + 1 + pinned.length } } : {};
}

/** `https://api-inference.huggingface.co/models/ID`. */
function readAfter(
  text: string,
  path: readonly Segment[],
  from: number,
  first: RegExp,
  skip: number,
): HubAddress | undefined {
  if (!first.test(path[0]?.text ?? '')) return undefined;
  const [owner, name] = path.slice(skip);
  const id =
    named(owner, name, text) ??
    (owner && owner.next !== '/' && !ASSEMBLED.test(owner.next) ? trimmed(text, owner.start, owner) : undefined);
  return id && { ...id, kind: 'model', from, to: id.end, link: false, form: 'api' };
}

/** `https://datasets-server.huggingface.co/rows?dataset=org%2Fname`. */
function readQuery(text: string, from: number, after: number): HubAddress | undefined {
  const match = /^\/[\w-]*\?(?:[^\s"'`#]*?&)?dataset=([\w.%/-]+)/.exec(text.slice(after, after + 300));
  if (!match) return undefined;
  const end = after + match[0].length;
  return {
    id: decoded(match[1]!),
    kind: 'dataset',
    start: end - match[1]!.length,
    end,
    from,
    to: end,
    link: false,
    form: 'api',
  };
}

function decoded(text: string): string {
  return text.replace(/%2F/gi, '/').replace(/%40/g, '@');
}
