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

/**
 * The address of a path below the endpoint: each segment is encoded, so that no name can climb out of its place. Nothing
 * where one could all the same, by a server that decodes before it looks for the slashes.
 */
export function addressOf(
  endpoint: Endpoint,
  path: readonly string[],
  query: Readonly<Record<string, string | readonly string[]>> = {},
): string | undefined {
  if (path.some(segment => segment === '' || climbs(segment))) return undefined;
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map(each => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
  );
  const encoded = path.map(encodeURIComponent).join('/');
  return `${endpoint.base}/${encoded}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

/** Is the address at or below the endpoint, whoever reads it? A token goes nowhere else. */
export const isBelow = (endpoint: Endpoint, address: string): boolean => whyNotBelow(endpoint, address) === undefined;

/** Why an address is not below the endpoint, in words that repeat neither its password nor its path. */
export function whyNotBelow({ base, origin, host }: Endpoint, address: string): string | undefined {
  if (!URL.canParse(address)) return 'to what is no address';
  const url = new URL(address);
  if (url.origin !== origin) return `to ${url.host === host ? url.origin : url.host || url.protocol}`;
  if (url.username || url.password) return 'to an address that holds a user name or a password';
  if (!`${url.origin}${url.pathname}/`.startsWith(`${base}/`) || climbs(url.pathname)) return `out of ${base}`;
  return undefined;
}

/**
 * May a server take the path for one that climbs? Steps such as `..` and `%2e%2e` are gone from a parsed address; servers
 * and the proxies before them also decode `..%2f`, take a backslash for a slash, and drop what follows a `;`.
 */
function climbs(path: string): boolean {
  let read = path;
  for (let layers = 0; layers < LAYERS_OF_CODE; layers++) {
    if (read.split(/[/\\]/).some(segment => /^\.\.?(?:;|$)/.test(segment))) return true;
    const within = read.replace(/%(2[ef5]|5c|3b)/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (within === read) return false;
    read = within;
  }
  return true;
}

/** A proxy and the server behind it decode once each. What is encoded more often than this, no honest server sends. */
const LAYERS_OF_CODE = 4;
