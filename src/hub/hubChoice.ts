import { type Endpoint, endpointOf, HUGGING_FACE } from './endpoint.ts';

/** What somebody said, on a command line or in settings, of the Hub to ask. It goes before the environment. */
export interface HubWords {
  readonly hubUrl?: string;
  /** The variable that holds the token for it. */
  readonly tokenVariable?: string;
  /** Why nobody is to be asked, to stand in a report: `look-ups are turned off by --offline`. */
  readonly offline?: string;
}

export interface HubChoice {
  readonly endpoint: Endpoint;
  /** For the endpoint's own origin. */
  readonly token?: string;
  /** Nobody is to be asked, and why. What was learned before can be told. */
  readonly offline?: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Which Hub is asked, and with which token. A token of the environment belongs to the environment's own Hub: another
 * one that is named beside it gets a token only where that is said by name.
 */
export function chooseHub(words: HubWords, variables: Variables): HubChoice | { readonly problem: string } {
  const usual = readEndpoint('HF_ENDPOINT', variables['HF_ENDPOINT'] || HUGGING_FACE);
  const endpoint = words.hubUrl === undefined ? usual : readEndpoint('--hub-url', words.hubUrl);
  if ('problem' in endpoint) return endpoint;
  const isUsual = !('problem' in usual) && usual.origin === endpoint.origin;
  const token = words.tokenVariable === undefined ? isUsual && usualToken(variables) : namedToken(words, variables);
  if (typeof token === 'object') return token;
  const offline = words.offline ?? offlineBy(variables);
  return { endpoint, ...(token && { token }), ...(offline !== undefined && { offline }) };
}

function readEndpoint(said: string, address: string): Endpoint | { readonly problem: string } {
  const endpoint = endpointOf(address);
  return 'problem' in endpoint ? { problem: `${said}: ${endpoint.problem}` } : endpoint;
}

/** Words for "yes" and the variables they stand in. Source: huggingface_hub, `constants.py`. */
const YES = /^(?:1|on|yes|true)$/i;
const OFFLINE = ['HF_HUB_OFFLINE', 'TRANSFORMERS_OFFLINE'];
const TOKENS = ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN'];

/** The first one that says anything decides, as in huggingface_hub. */
function offlineBy(variables: Variables): string | undefined {
  const name = OFFLINE.find(each => variables[each]);
  return name && YES.test(variables[name]!) ? `look-ups are turned off by ${name}` : undefined;
}

function usualToken(variables: Variables): string | false | { readonly problem: string } {
  if (YES.test(variables['HF_HUB_DISABLE_IMPLICIT_TOKEN'] ?? '')) return false;
  const name = TOKENS.find(each => cleaned(variables[each]));
  return name !== undefined && readToken(name, variables);
}

function namedToken({ tokenVariable: name = '' }: HubWords, variables: Variables) {
  if (/^hf_\w{10,}$/.test(name))
    return { problem: '--token-env takes the name of a variable, not the token: put the token into a variable.' };
  if (!cleaned(variables[name]))
    return { problem: `--token-env names ${name}, which is not set. Set it, or leave --token-env out.` };
  return readToken(name, variables);
}

function readToken(name: string, variables: Variables): string | { readonly problem: string } {
  const token = cleaned(variables[name])!;
  // What cannot stand in a header would fail at every request, with the token in the message.
  return /^[\x21-\x7e]+$/.test(token)
    ? token
    : { problem: `The token in ${name} holds spaces or characters that no token has. Set it anew.` };
}

/** A file that was read into a variable ends in a line end. */
const cleaned = (text: string | undefined): string => text?.trim() ?? '';
