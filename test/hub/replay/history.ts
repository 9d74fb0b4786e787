import type { AskedRepo } from './asked.ts';
import { json, limitIn, type Reply } from './reply.ts';
import { versionAt } from './tree.ts';

/** `/commits/{rev}?p=0&limit=50`: newest first, by page number. */
export function commits(asked: AskedRepo): Reply {
  const { repo, url } = asked;
  const version = versionAt(asked, asked.rest.slice(1).join('/') || 'main');
  if ('status' in version) return version;
  const all = repo.versions.slice(repo.versions.indexOf(version));
  const limit = limitIn(url, 50, 1000);
  const p = Math.max(0, Math.trunc(Number(url.searchParams.get('p') ?? 0)) || 0);
  const next = new URL(url);
  next.searchParams.set('p', String(p + 1));
  const headers = {
    'x-total-count': String(all.length),
    ...((p + 1) * limit < all.length && { link: `<${next.href}>; rel="next"` }),
  };
  const items = all.slice(p * limit, (p + 1) * limit).map(({ commit: { id, title, author, date } }) => ({
    id,
    title,
    message: '',
    authors: [{ user: author, avatar: `https://avatars.example/${author}.png` }],
    date,
  }));
  return json(items, headers);
}

/** `/refs?include_prs=1` */
export function refs({ repo, url }: AskedRepo): Reply {
  const { branches, tags, pullRequests } = repo.refs;
  const all = /^(1|true)$/.test(url.searchParams.get('include_prs') ?? '');
  return json({ tags, branches, converts: [], ...(all && { pullRequests }) });
}
