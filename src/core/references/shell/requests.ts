import { hasHubShape } from '../catalogue/publishers.ts';
import { readId } from '../idForms.ts';
import { type Reference, unstated } from '../reference.ts';
import type { CommandLine } from './commandLine.ts';
import { asFilled, type Filled, isWhole } from './words.ts';

/** Programs that send a request. */
export const REQUESTING = /^(?:curl|http|https|xh|wget)$/;

const ROUTER = /(?:router|api-inference)\.huggingface\.co/;

/** A server of one's own: this machine, a container's name, a variable. It runs what its request calls by its id. */
const OWN_SERVER =
  /^["']?(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|\{|[\w-]+(?:\.[\w-]+)*\.svc\b|[\w-]+:\d)/;

/** Fields of a request that name what is run: LoRAX takes the adapter so. */
const NAMES_MODEL = /"(?:model|adapter_id)"\s*:/g;

/** A longer word is no request that somebody wrote. */
const MAX_LENGTH = 20_000;

/** `curl … -d '{"model": "org/name"}'`, to the router of the Hub or to a server of one's own. */
export function requestedModels(line: CommandLine): Reference[] {
  const isRouted = line.texts.some(text => ROUTER.test(text));
  if (!isRouted && !line.texts.some(text => OWN_SERVER.test(text) && /\/v1\b|\/generate|\/chat|\/embed/.test(text)))
    return [];
  const bodies: Filled[] = [
    ...line.words
      .filter((_, index) => line.texts[index]!.search(NAMES_MODEL) >= 0)
      .flatMap(word => line.fillings(word)),
    ...line.command.documents.map(({ body }) => asFilled(body)),
  ];
  return bodies.flatMap(filled => {
    const { excerpt } = filled;
    const { text } = excerpt;
    if (text.length > MAX_LENGTH) return [];
    return [...text.matchAll(NAMES_MODEL)].flatMap(({ index: at }) => {
      const read = readId(text.slice(at, at + 300), 'json', 'model', false);
      if (read?.judged !== 'repo' || (!isRouted && !hasHubShape(read.id))) return [];
      const within = { start: at + read.start, end: at + read.end };
      if (!isWhole(filled, within)) return [];
      const span = excerpt.toOuter(within);
      return [{ ...unstated, id: read.id, kind: 'model' as const, span, api: 'curl', link: false, pins: [] }];
    });
  });
}
