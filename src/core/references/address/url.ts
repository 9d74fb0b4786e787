import { LEGACY_MODELS } from '../catalogue/legacyModels.ts';
import { PLACEHOLDER_OWNER } from '../lookalikes.ts';
import type { RepoKind } from '../reference.ts';
import type { HubAddress } from './address.ts';
import { ASSEMBLED, decoded, KINDS, named, type Segment, segments, trimmed } from './path.ts';
import { CONTENT_ROUTES, LESSON, PROFILE_PAGES, REPO_PAGES, REPO_ROUTES, RESERVED, REVISION_ROUTES } from './routes.ts';

/** How much of the text before a host can belong to the address: scheme, user and token, subdomain. */
const LOOK_BACK = 160;

export function readUrl(text: string, host: number, after: number): HubAddress | undefined {
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
  const route = rest[1]?.text ?? '';
  if (REPO_ROUTES.has(route) || (rest[0] && rest[0].next !== '/')) return readBare(text, rest, kind, page);
  if (!kind && PROFILE_PAGES.has(route) && !REPO_ROUTES.has(rest[2]?.text ?? '')) return undefined;
  const id = named(rest[0], rest[1], text);
  if (!id || (!kind && !isModelPage(route, rest[2]?.text))) return undefined;
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

/** Below a model's page stand its sub-pages and, as people write them, its files; anything else is a page of the site. */
function isModelPage(name: string, third = ''): boolean {
  if (LESSON.test(name) || SITE_FILE.test(name)) return false;
  const below = third.replace(/[.~-]+$/, '');
  return below === '' || REPO_PAGES.has(below) || FILE_NAME.test(below) || !/^[\x20-\x7e]/.test(below);
}

/** `model.gguf`, `config.json`, `agents.md`. */
const FILE_NAME = /^[\w-][\w.-]*\.(?!html?$)[A-Za-z][A-Za-z0-9]{0,10}$/;

/** `cli/install.sh`, `diffusers/installation.html`: files that the site itself serves. */
const SITE_FILE = /\.(?:html?|ps1|sh|txt|xml)[.~-]*$/i;

/** A repo without an owner. A page of that form is a publisher's, but for datasets and the best known of the old models. */
function readBare(
  text: string,
  rest: readonly Segment[],
  kind: RepoKind | undefined,
  page: Page,
): HubAddress | undefined {
  const [name, route] = rest;
  const id = name && trimmed(text, name.start, name);
  if (!id || ASSEMBLED.test(name.next)) return undefined;
  const content = CONTENT_ROUTES.has(route?.text ?? '');
  const isPage = kind === 'dataset' ? !PLACEHOLDER_OWNER.test(id.id) : !kind && LEGACY_MODELS.test(id.id);
  if (!route && !isPage) return undefined;
  return {
    ...id,
    kind: kind ?? 'model',
    from: page.from,
    to: id.end,
    ...revisionOf(rest.slice(1), text),
    link: !content && !page.git && !id.git,
    form: content ? 'content' : 'page',
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
