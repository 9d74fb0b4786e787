/** The Hub, or a mirror of it: where look-ups go. */
export interface Endpoint {
  /** Scheme, host and path prefix without a slash at the end: `https://huggingface.co`, `https://host/artifactory/api/hf`. */
  readonly base: string;
  readonly origin: string;
  /** What reports name as the source: the host, with its port where one is written. */
  readonly host: string;
}

export const HUGGING_FACE = 'https://huggingface.co';

/** Reads an address such as `HF_ENDPOINT` holds; a sentence that says what is wrong with it otherwise. */
export function endpointOf(address: string): Endpoint | { readonly problem: string } {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return { problem: `${quoted(address)} is no address. Write it whole: ${HUGGING_FACE}` };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { problem: `${quoted(address)} is not an http or https address.` };
  }
  if (url.username || url.password) {
    return { problem: 'The address of the Hub holds a user name or a password. Give a token instead.' };
  }
  if (url.search || url.hash)
    return { problem: `${quoted(address)} has a query or a fragment, which a Hub's address has not.` };
  return { base: url.origin + url.pathname.replace(/\/+$/, ''), origin: url.origin, host: url.host };
}

/** An address for a message: without what may be a password or a token. */
const quoted = (address: string): string => `"${address.replace(/[^/@]*@/, '…@').replace(/[?#].*$/s, '?…')}"`;

/** The address of a path below the endpoint: each segment is encoded, so that no name can climb out of its place. */
export function addressOf(
  endpoint: Endpoint,
  path: readonly string[],
  query: Readonly<Record<string, string | readonly string[]>> = {},
): string {
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map(each => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
  );
  const encoded = path.map(segment => {
    if (segment === '' || segment === '.' || segment === '..') throw new Error(`no path segment: "${segment}"`);
    return encodeURIComponent(segment);
  });
  return `${endpoint.base}/${encoded.join('/')}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

/** Is the address at or below the endpoint? */
export function isBelow(endpoint: Endpoint, address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.origin === endpoint.origin && `${url.origin}${url.pathname}/`.startsWith(`${endpoint.base}/`);
}
