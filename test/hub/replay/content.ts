import type { Asked, AskedRepo } from './asked.ts';
import type { ReplayFile } from './files.ts';
import { pointerTo } from './hashes.ts';
import type { Version } from './replayRepo.ts';
import { json, type Reply, redirect, refusal } from './reply.ts';
import { versionAt } from './tree.ts';

const SEGMENT: Readonly<Record<string, string>> = {
  model: 'models',
  dataset: 'datasets',
  space: 'spaces',
  kernel: 'kernels',
};

export const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function fileAsked(asked: AskedRepo): { readonly version: Version; readonly file: ReplayFile } | Reply {
  const [, revision, ...under] = asked.rest;
  const version = versionAt(asked, revision);
  if ('status' in version) return version;
  const path = under.join('/');
  const file = version.files.find(each => each.path === path);
  const missing = refusal(404, `${path} does not exist on "${revision}"`, 'EntryNotFound', {
    'x-repo-commit': version.commit.id,
  });
  return file ? { version, file } : missing;
}

/** `/{id}/resolve/{rev}/{path}`: a small file lies on this host, a large one on another. */
export function resolve(asked: AskedRepo, direct: boolean): Reply {
  const found = fileAsked(asked);
  if ('status' in found) return found;
  const { version, file } = found;
  const headers = { 'x-repo-commit': version.commit.id, 'accept-ranges': 'bytes' };
  if (direct) return bytes(asked, file, file.lfs?.oid ?? file.oid, headers);
  if (!file.lfs) {
    const at = `/api/resolve-cache/${SEGMENT[asked.kind]}/${asked.repo.id}/${version.commit.id}/${encoded(file.path)}`;
    return redirect(`${at}?etag=${encodeURIComponent(`"${file.oid}"`)}`, 307, {
      ...headers,
      'x-linked-etag': `"${file.oid}"`,
    });
  }
  if (asked.headers['accept'] === 'application/vnd.xet-fileinfo+json') {
    const { size, xetHash } = file;
    return json({ hash: xetHash, refreshUrl: asked.url.href, reconstructionUrl: '', etag: `"${file.lfs.oid}"`, size });
  }
  const place = `${asked.foreignUrl}/xet-bridge/${SEGMENT[asked.kind]}/${asked.repo.id}/${version.commit.id}/${encoded(file.path)}`;
  return redirect(`${place}?Expires=3600&Signature=replay`, 302, {
    ...headers,
    'x-linked-size': String(file.size),
    'x-linked-etag': `"${file.lfs.oid}"`,
    ...(file.xetHash && { 'x-xet-hash': file.xetHash }),
    link: `<${asked.url.origin}/api/${SEGMENT[asked.kind]}/${asked.repo.id}/xet-read-token/${version.commit.id}>; rel="xet-auth", <${asked.foreignUrl}/reconstruction>; rel="xet-reconstruction-info"`,
  });
}

/** `/api/resolve-cache/models/{id}/{sha}/{path}` */
export function resolveCache(asked: AskedRepo): Reply {
  const found = fileAsked(asked);
  if ('status' in found) return found;
  return bytes(asked, found.file, found.file.oid, { 'x-repo-commit': found.version.commit.id });
}

/** Where large files lie; its `ETag` is not the hash of the content. */
export function largeFile(asked: AskedRepo): Reply {
  const found = fileAsked(asked);
  if ('status' in found) return found;
  return bytes(asked, found.file, found.file.xetHash ?? found.file.oid, {});
}

/** `/{id}/raw/{rev}/{path}`: what lies in Git, which is a pointer for a large file. */
export function raw(asked: AskedRepo): Reply {
  const found = fileAsked(asked);
  if ('status' in found) return found;
  const { file, version } = found;
  const headers = { 'x-repo-commit': version.commit.id };
  if (!file.lfs) return bytes(asked, file, file.oid, headers);
  const pointer = pointerTo(file.lfs.oid, file.size);
  return { status: 200, headers: { ...headers, etag: `"${file.oid}"`, 'content-type': 'text/plain' }, body: pointer };
}

/** Longest answer that is held in memory at once; a client that wants more has to ask for ranges. */
const MOST = 64 * 1024 * 1024;

function bytes(
  { headers: asked }: Asked,
  file: ReplayFile,
  etag: string,
  also: Readonly<Record<string, string>>,
): Reply {
  const { size, path } = file;
  const type = /\.(md|txt|py|bat|ps1|sh|jinja|yaml|toml)$/.test(path)
    ? 'text/plain; charset=utf-8'
    : path.endsWith('.json')
      ? 'application/json'
      : 'application/octet-stream';
  const headers = { ...also, etag: `"${etag}"`, 'accept-ranges': 'bytes', 'content-type': type };
  if (asked['if-none-match']?.includes(`"${etag}"`)) return { status: 304, headers };
  const range = asked['range'] === undefined ? undefined : rangeIn(asked['range'], size);
  if (range === 'beyond') return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` }, body: '' };
  if (!range) return { status: 200, headers, body: file.slice(0, Math.min(size, MOST)) };
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${range.start}-${range.end - 1}/${size}` },
    body: file.slice(range.start, Math.min(range.end, range.start + MOST)),
  };
}

/** `bytes=0-7`, `bytes=8-`, `bytes=-8`; nothing when it is no range that this server knows. */
function rangeIn(range: string, size: number): { readonly start: number; readonly end: number } | 'beyond' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
  return start >= size || end <= start ? 'beyond' : { start, end };
}
