import { isPlaceholder } from '../lookalikes.ts';
import { isRepoId } from '../repoId.ts';
import type { HubAddress } from './address.ts';
import { readEncoded } from './encoded.ts';
import { readUri } from './uri.ts';
import { readUrl } from './url.ts';

/** Is it worth looking for an address? */
export const HUB_ADDRESS_HINT =
  /hf:\/\/|huggingface(?:\.co|:\/\/|%3A)|hf\.co|hf-mirror\.com|ai\.djl\.huggingface|open_from_hf/i;

const HOST =
  /(?<![\w-])(?:hf|huggingface):\/\/|djl:\/\/ai\.djl\.huggingface\.\w+\/|lmstudio:\/\/open_from_hf\?model=|(?:huggingface\.co|hf\.co|hf-mirror\.com)(?=[/:]|%2F)/gi;

/** Every address in the text that names a repo, in order. */
export function hubAddresses(text: string): HubAddress[] {
  const found: HubAddress[] = [];
  for (const match of text.matchAll(HOST)) {
    const after = match.index + match[0].length;
    const address =
      match[0].endsWith('/') || match[0].endsWith('=')
        ? readUri(text, match.index, after)
        : text[after] === '%'
          ? readEncoded(text, match.index, after)
          : readUrl(text, match.index, after);
    if (address && isRepoId(address.id) && !isPlaceholder(address.id)) found.push(address);
  }
  return found;
}
