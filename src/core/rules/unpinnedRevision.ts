import type { Rule } from './rule.ts';

export const unpinnedRevision: Rule = {
  id: 'unpinned-revision',
  title: 'No revision',
  depth: ['local'],
  level: 'off',
  asks: 'Does the load name no revision at all?',
  why: 'Without a revision the newest commit is loaded, whoever pushed it. Nearly all code is written so, which is why this rule is off until you ask for it.',
  advice: 'Pin the full commit.',
  source: 'The same question as bandit B615 asks.',
  example: 'AutoModel.from_pretrained("org/name")',
  onReference({ id, revision, link }) {
    if (link || revision.state !== 'absent') return undefined;
    return {
      severity: 'hint',
      message: `\`${id}\` is loaded without a revision: the newest commit decides. Pin the full commit.`,
      weight: 0,
    };
  },
};
