import { type Answer, failureWords } from './answer.ts';
import type { Endpoint } from './endpoint.ts';

/** What an unknown fact says of itself: nobody answered. */
export function whyFailed({ reason, detail }: Extract<Answer, { type: 'failed' }>): string {
  return `${failureWords(reason)} (${detail})`;
}

/** The same where the endpoint said no. */
export function whyRefused(
  { status, code, message }: Extract<Answer, { type: 'refused' }>,
  { host }: Pick<Endpoint, 'host'>,
): string {
  if (isBadToken(message)) return `${host} does not accept the token`;
  if (code === 'GatedRepo') return 'gated: only those whom the owner admits may look';
  if (status === 404) return `${host} has nothing there`;
  return `${host} answered with status ${status}`;
}

/** The Hub's words for a token it does not know: they say nothing of the repo that was asked about. */
export const isBadToken = (message: string | undefined) => /invalid credentials/i.test(message ?? '');
