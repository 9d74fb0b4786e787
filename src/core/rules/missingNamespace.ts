import type { Reference } from '../references/reference.ts';
import { useIntendedId } from './intendedId.ts';
import type { Rule } from './rule.ts';
import { downloadsUpTo, publisherOf } from './words.ts';

/** Libraries that put a publisher before a bare name themselves, by a piece of the loader's name. Source: their documentation. */
const OWN_PUBLISHER: readonly { readonly api: RegExp; readonly publisher: string }[] = [
  {
    api: /SentenceTransformer|HuggingFace(Instruct|Bge)?Embeddings?|KeyBERT|BERTopic|SetFit/,
    publisher: 'sentence-transformers',
  },
  { api: /CrossEncoder/, publisher: 'cross-encoder' },
  { api: /timm|create_model/, publisher: 'timm' },
  { api: /WhisperModel/, publisher: 'Systran' },
];

export const missingNamespace: Rule = {
  id: 'missing-namespace',
  title: 'No publisher',
  depth: ['local'],
  level: 'information',
  asks: 'Is this a bare name that is a popular repo under a publisher?',
  why: 'Without a publisher the Hub finds nothing (only a few old repos live without one), and readers cannot tell whose model is meant.',
  advice: 'Write the publisher too.',
  source: 'The embedded name index.',
  example: 'AutoModel.from_pretrained("Llama-3.1-8B-Instruct")',
  onReference(reference, { names, surroundings }) {
    if (reference.id.includes('/') || reference.link || surroundings.exists(reference.id)) return undefined;
    if (reference.kind !== 'model' && reference.kind !== 'unknown') return undefined;
    const judgement = names.judge(reference.id);
    const found = judgement.lookalikes.find(lookalike => lookalike.kind === 'no-publisher');
    if (!found || judgement.movedTo || isAddedByLibrary(reference, found.target)) return undefined;
    return {
      severity: 'information',
      message: `\`${reference.id}\` names no publisher. The popular repo of that name is \`${found.target}\` (${downloadsUpTo(names.info.date, found.targetDownloads)}).`,
      weight: 0,
      target: found.target,
      source: `name index of ${names.info.date}`,
      fixes: [useIntendedId(reference, found.target)],
    };
  },
};

const isAddedByLibrary = (reference: Reference, target: string): boolean =>
  OWN_PUBLISHER.some(({ api, publisher }) => api.test(reference.api) && publisherOf(target) === publisher);
