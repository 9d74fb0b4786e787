/** What a route answers. A `body` that is neither text nor bytes is sent as JSON. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export const json = (body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status: 200,
  headers,
  body,
});

/** The Hub says what is wrong in the body and once more in headers. */
export function refusal(status: number, message: string, code?: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { ...headers, ...(code && { 'x-error-code': code }), 'x-error-message': inHeader(message) },
    body: { error: message },
  };
}

/** A header holds one line of plain characters. */
const inHeader = (message: string) => message.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 4000);

/** `Location` is relative, with path and query kept. */
export const redirect = (location: string, status = 307, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { ...headers, location },
});

/** Missing or private: who has no token cannot tell. */
export const hidden = (known: boolean): Reply =>
  known
    ? refusal(404, 'Repository not found', 'RepoNotFound')
    : refusal(401, 'Invalid username or password.', undefined, {
        'www-authenticate': 'Bearer realm="Authentication required"',
      });

export const noPage = (): Reply => refusal(404, "Sorry, we can't find the page you are looking for.");

/** Part of a list, and the address of the next part. `cursor` says how far one has read. */
export function page<T>(
  items: readonly T[],
  { url, limit }: { readonly url: URL; readonly limit: number },
): { readonly items: readonly T[]; readonly headers: Record<string, string> } {
  const from = positionIn(url.searchParams.get('cursor'));
  const part = items.slice(from, from + limit);
  if (from + limit >= items.length) return { items: part, headers: {} };
  const next = new URL(url);
  next.searchParams.set('cursor', Buffer.from(JSON.stringify({ from: from + limit })).toString('base64url'));
  return { items: part, headers: { link: `<${next.href}>; rel="next"` } };
}

function positionIn(cursor: string | null): number {
  try {
    const { from } = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString());
    return Number.isInteger(from) ? from : 0;
  } catch {
    return 0;
  }
}

/** `limit=50`, between one and the most that is allowed. */
export function limitIn(url: URL, usual: number, most: number): number {
  const asked = Number(url.searchParams.get('limit') ?? usual);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : usual;
}
