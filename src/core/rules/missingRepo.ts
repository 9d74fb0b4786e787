import { isPlaceholderPublisher } from '../names/placeholders.ts';
import type { Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';
import { publisherOf } from './words.ts';

export const missingRepo: Rule = {
  id: 'missing-repo',
  title: 'Nothing to be seen there',
  depth: ['hub'],
  level: 'warning',
  varies:
    'information for a link, and for a repo that Hugging Face took down; nothing where the line does not say whether it means a model, a dataset or a space: it is looked for as a model alone',
  asks: 'Does the Hub show nothing under this id (invented, deleted, renamed or private)?',
  why: 'Whoever registers a free name next owns this line of code. Without a token the Hub does not say whether a repo is missing or private, so neither do we.',
  advice: 'Correct the id. If the repo is private, look with a token that may see it.',
  source: "The Hub's answers: 401 without a token for missing and private alike, 404 with one.",
  example: 'AutoModel.from_pretrained("some-lab/never-released")',
  onReference(reference, { facts }) {
    const { repo } = facts(reference);
    if (isPlaceholderPublisher(publisherOf(reference.id))) return undefined;
    if (repo.state === 'known') {
      if (!repo.value.disabled) return undefined;
      const message = `Hugging Face took \`${reference.id}\` down: nothing can be loaded from it.`;
      return { severity: 'information', message, weight: WEIGHT.information, source: repo.source.host };
    }
    // Nobody knows what it would be: as a model it may be missing, and be there as a dataset.
    if (repo.state !== 'missing' || reference.kind === 'unknown') return undefined;
    const severity = reference.link ? 'information' : 'warning';
    const seen =
      repo.wording === 'missing'
        ? `${repo.source.host} has no \`${reference.id}\``
        : `\`${reference.id}\` is missing, private or renamed: ${repo.source.host} shows it to nobody without a token`;
    return {
      severity,
      message: `${seen}. If the name is free, whoever registers it decides what this loads. Correct the id, or look with a token that may see it.`,
      weight: WEIGHT[severity],
      source: repo.source.host,
    };
  },
};
