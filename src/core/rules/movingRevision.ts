import { isFullCommit, revisionKind } from './revision.ts';
import type { Rule } from './rule.ts';

export const movingRevision: Rule = {
  id: 'moving-revision',
  title: 'Revision that can move',
  depth: ['local'],
  level: 'hint',
  asks: 'Is the revision a branch, a tag or a short commit?',
  why: 'A branch moves with every push, a tag can be set anew by the owner, and a short commit is looked up like a name. Only the 40 digits of a full commit name content.',
  advice: 'Pin the full commit.',
  source: 'Git and the Hub: a revision is resolved at each load.',
  example: 'AutoModel.from_pretrained("org/name", revision="main")',
  onReference({ id, revision, link }) {
    if (link || revision.state !== 'known' || isFullCommit(revision.value)) return undefined;
    return {
      severity: 'hint',
      message: `\`${revision.value}\` is ${revisionKind(revision.value)}: what \`${id}\` loads can change. Pin the full commit.`,
      weight: 0,
    };
  },
};
