import { useIntendedId } from './intendedId.ts';
import type { Rule } from './rule.ts';

export const idCase: Rule = {
  id: 'id-case',
  title: 'Other case than the owner writes',
  depth: ['local'],
  level: 'hint',
  asks: 'Is the id written in another case than its owner writes it?',
  why: "The Hub ignores case, so this is the same repo. The local cache does not (the files are stored twice), and a reader's eye may not.",
  advice: 'Write it as the owner does.',
  source: 'The embedded name index.',
  example: 'AutoModel.from_pretrained("eleutherai/GPT-J-6B")',
  onReference(reference, { names }) {
    if (reference.kind !== 'model' && reference.kind !== 'unknown') return undefined;
    const { canonical } = names.judge(reference.id);
    if (!canonical || canonical === reference.id || canonical.toLowerCase() !== reference.id.toLowerCase())
      return undefined;
    return {
      severity: 'hint',
      message: `The owner writes \`${canonical}\`. The Hub ignores case; the local cache and your readers may not.`,
      weight: 0,
      target: canonical,
      distance: 0,
      source: `name index of ${names.info.date}`,
      fixes: [useIntendedId(reference, canonical, false)],
    };
  },
};
