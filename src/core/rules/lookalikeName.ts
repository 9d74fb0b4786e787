import { count } from '../text/count.ts';
import { useOtherRepo } from './intendedId.ts';
import type { Rule } from './rule.ts';
import { nameOf, publisherOf } from './words.ts';

export const lookalikeName: Rule = {
  id: 'lookalike-name',
  title: 'Did you mean …?',
  depth: ['local'],
  level: 'information',
  asks: 'Right publisher, but no such repo in the index and one very like it: is this a typo?',
  why: 'Only the publisher could create this id, so it is a broken reference rather than an attack. Differences in version, size and format are meaning, not misspelling, and are not reported.',
  advice: 'Use the id that is meant, or leave it if the repo is newer than the index.',
  source: 'The embedded name index.',
  example: 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B-Instrcut")',
  onReference(reference, { names }) {
    if (reference.kind !== 'model' && reference.kind !== 'unknown') return undefined;
    const found = names.judge(reference.id).lookalikes.find(lookalike => lookalike.kind === 'name');
    if (!found) return undefined;
    // The date stands in the same sentence.
    const downloads = found.targetDownloads > 0 ? `; ${count(found.targetDownloads)} downloads in 30 days` : '';
    return {
      severity: 'information',
      message: `The index of ${names.info.date} has no \`${nameOf(reference.id)}\` by \`${publisherOf(reference.id)}\`, but \`${found.target}\` (${found.edit}${downloads}). Did you mean that one?`,
      weight: 0,
      target: found.target,
      distance: found.distance,
      source: `name index of ${names.info.date}`,
      fixes: [useOtherRepo(reference, found.target)],
    };
  },
};
