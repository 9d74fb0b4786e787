import { type Exchange, exchangeOver } from './exchange.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The exchange of a process that stands alone: Node's own `fetch`, and where a variable names a proxy, one that goes
 * through it. `NODE_EXTRA_CA_CERTS` is heeded by Node itself.
 */
export async function ownExchange(variables: Variables): Promise<Exchange | { readonly problem: string }> {
  const proxies = { http: proxyIn(variables, 'http_proxy'), https: proxyIn(variables, 'https_proxy') };
  for (const proxy of Object.values(proxies)) if (proxy && 'problem' in proxy) return { problem: proxy.problem };
  const { http, https } = proxies as Record<string, { readonly address: string } | undefined>;
  if (!http && !https) return exchangeOver(fetch);
  const { proxyFetch } = await import('./proxyFetch.ts');
  const noProxy = setIn(variables, 'no_proxy')?.value;
  return exchangeOver(proxyFetch({ http: http?.address, https: https?.address, noProxy }));
}

/** Lower case goes first, as curl has it. */
function setIn(variables: Variables, name: string): { readonly name: string; readonly value: string } | undefined {
  const found = [name, name.toUpperCase()].find(each => variables[each]?.trim());
  return found === undefined ? undefined : { name: found, value: variables[found]!.trim() };
}

/** `proxy.example:3128` is an address too, as it is for curl. */
function proxyIn(
  variables: Variables,
  name: string,
): { readonly address: string } | { readonly problem: string } | undefined {
  const said = setIn(variables, name);
  if (!said) return undefined;
  const address = said.value.includes('://') ? said.value : `http://${said.value}`;
  const protocol = URL.canParse(address) ? new URL(address).protocol : '';
  if (protocol === 'http:' || protocol === 'https:') return { address };
  return { problem: `${said.name} holds no address of an http or https proxy. Write it as http://proxy.example:3128` };
}
