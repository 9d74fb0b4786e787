import type { ConfigMap, ConfigNode } from './tree.ts';

/** Fields of the Hub's own answer about a repo. Source: huggingface.co/docs/hub/api, `/api/models/{id}` and its kin. */
const OF_ANSWER = new Set(
  '_id modelId author sha lastModified createdAt private gated disabled downloads likes pipeline_tag library_name siblings cardData spaces usedStorage'.split(
    ' ',
  ),
);

/** So many of them no file has that somebody writes to load something. */
const ENOUGH = 5;

const isAnswer = ({ entries }: ConfigMap): boolean =>
  entries.filter(({ key }) => OF_ANSWER.has(key.excerpt.text)).length >= ENOUGH;

/** The tree without what the Hub answered about a repo and somebody stored: its lists of repos load nothing. */
export function withoutAnswers(node: ConfigNode): ConfigNode {
  if (node.type === 'scalar') return node;
  if (node.type === 'list') return { ...node, items: node.items.map(withoutAnswers) };
  if (isAnswer(node)) return { ...node, entries: [] };
  const entries = node.entries.map(each => (each.value ? { ...each, value: withoutAnswers(each.value) } : each));
  return { ...node, entries };
}
