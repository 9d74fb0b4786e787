import type { AskedRepo } from './asked.ts';
import type { ReplayFile } from './files.ts';
import { sha1 } from './hashes.ts';
import type { ReplayCommit, Version } from './replayRepo.ts';
import { json, limitIn, page, type Reply, refusal } from './reply.ts';
import { fileScan } from './scans.ts';

export function versionAt(asked: AskedRepo, revision: string | undefined): Version | Reply {
  return asked.repo.at(revision ?? 'main') ?? refusal(404, `Invalid rev id: ${revision}`, 'RevisionNotFound');
}

/** `/tree/{rev}[/{path}]`; `mostExpanded` is how many come at once when all is asked for. */
export function tree(asked: AskedRepo, mostExpanded: number): Reply {
  const [, revision, ...under] = asked.rest;
  const version = versionAt(asked, revision);
  if ('status' in version) return version;
  const { searchParams } = asked.url;
  const expand = searchParams.get('expand') === 'true';
  const folder = under.join('/');
  const entries = entriesOf(version, folder, searchParams.get('recursive') === 'true', expand);
  if (entries.length === 0 && folder !== '')
    return refusal(404, `${folder} does not exist on "${revision}"`, 'EntryNotFound', {
      'x-repo-commit': version.commit.id,
    });
  const most = expand ? mostExpanded : 1000;
  const { items, headers } = page(entries, { url: asked.url, limit: limitIn(asked.url, most, most) });
  return json(items, headers);
}

function entriesOf({ files, commit, touched }: Version, folder: string, recursive: boolean, expand: boolean) {
  const start = folder === '' ? '' : `${folder}/`;
  const below = files.filter(({ path }) => path.startsWith(start));
  const folders = new Map<string, string[]>();
  for (const { path, oid } of below) {
    const names = path.slice(start.length).split('/').slice(0, -1);
    names.slice(0, recursive ? names.length : 1).forEach((_, at) => {
      const name = start + names.slice(0, at + 1).join('/');
      folders.set(name, [...(folders.get(name) ?? []), oid]);
    });
  }
  const directories = [...folders].map(([path, oids]) => ({
    type: 'directory',
    oid: sha1(`tree ${path} ${oids}`),
    size: 0,
    path,
    ...(expand && { lastCommit: lastCommitOf(commit) }),
  }));
  const shown = below.filter(({ path }) => recursive || !path.slice(start.length).includes('/'));
  return [...directories, ...shown.map(file => entryOf(file, touched(file.path), expand))];
}

const lastCommitOf = ({ id, title, date }: ReplayCommit) => ({ id, title, date });

const entryOf = (file: ReplayFile, commit: ReplayCommit, expand: boolean) => ({
  type: 'file',
  oid: file.oid,
  size: file.size,
  ...(file.lfs && { lfs: file.lfs }),
  ...(file.xetHash && { xetHash: file.xetHash }),
  path: file.path,
  ...(expand && { lastCommit: lastCommitOf(commit), securityFileStatus: fileScan(file) }),
});

/** `POST /paths-info/{rev}`: JSON or a form; paths that are not there are left out. */
export function pathsInfo(asked: AskedRepo): Reply {
  if (asked.method !== 'POST') return refusal(405, 'Method not allowed');
  const version = versionAt(asked, asked.rest[1]);
  if ('status' in version) return version;
  const { paths, expand } = pathsIn(asked.body);
  const all = entriesOf(version, '', true, expand);
  return json(all.filter(({ path }) => paths.includes(path)));
}

function pathsIn(body: string): { readonly paths: readonly string[]; readonly expand: boolean } {
  try {
    const { paths, expand } = JSON.parse(body);
    return { paths: [paths].flat(), expand: expand === true };
  } catch {
    const form = new URLSearchParams(body);
    return { paths: form.getAll('paths'), expand: /^true$/i.test(form.get('expand') ?? '') };
  }
}

/** `/treesize/{rev}/{path}` */
export function treeSize(asked: AskedRepo): Reply {
  const [, revision, ...under] = asked.rest;
  const version = versionAt(asked, revision);
  if ('status' in version) return version;
  const path = under.join('/');
  const within = version.files.filter(file => path === '' || file.path === path || file.path.startsWith(`${path}/`));
  return json({ path: `/${path}`, size: within.reduce((sum, { size }) => sum + size, 0) });
}
