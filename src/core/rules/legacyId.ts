import { useIntendedId } from './intendedId.ts';
import type { Rule } from './rule.ts';

export const legacyId: Rule = {
  id: 'legacy-id',
  title: 'Old id that redirects',
  depth: ['local'],
  level: 'hint',
  asks: 'Is this an old id whose repo lives elsewhere today?',
  why: 'The Hub redirects moved repos only until somebody takes the old name again; from then on the old id loads from a stranger.',
  advice: 'Write the id of today.',
  source: 'A table of moved ids in the name index.',
  example: 'AutoModel.from_pretrained("gpt2")',
  onReference(reference, { names }) {
    if (reference.kind !== 'model' && reference.kind !== 'unknown') return undefined;
    const { movedTo } = names.judge(reference.id);
    if (!movedTo) return undefined;
    return {
      severity: 'hint',
      message: `\`${reference.id}\` lives at \`${movedTo}\` today; the old id redirects as long as nobody takes it.`,
      weight: 0,
      target: movedTo,
      source: `name index of ${names.info.date}`,
      fixes: [useIntendedId(reference, movedTo, false)],
    };
  },
};
