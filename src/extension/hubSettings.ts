import * as vscode from 'vscode';
import { type Endpoint, endpointOf, HUGGING_FACE } from '../hub/endpoint.ts';

/** The Hub of this process's environment, else huggingface.co. */
const usual = (): Endpoint | { readonly problem: string } => endpointOf(process.env['HF_ENDPOINT'] || HUGGING_FACE);

/** The Hub that the user has set. A workspace has no say: the editor does not take this setting from one, nor do we. */
export function hubEndpoint(): Endpoint | { readonly problem: string } {
  const own = vscode.workspace.getConfiguration('modelTrust').inspect<unknown>('hubUrl')?.globalValue;
  return typeof own === 'string' && own.trim() !== '' ? endpointOf(own) : usual();
}

/** The environment's token belongs to the environment's Hub. */
export function environmentToken(): string | undefined {
  const [own, its] = [hubEndpoint(), usual()];
  if ('problem' in own || 'problem' in its || own.origin !== its.origin) return undefined;
  const token = process.env['HF_TOKEN']?.trim();
  return token && isToken(token) ? token : undefined;
}

/** Nothing that could end a header. Mirrors have tokens of other shapes than `hf_…`. */
export const isToken = (text: string): boolean => /^[\x21-\x7e]{8,512}$/.test(text);
