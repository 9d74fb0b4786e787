import { sayDecision } from './decision.ts';
import type { Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';

export const blockedByPolicy: Rule = {
  id: 'blocked-by-policy',
  title: 'Blocked by your policy',
  depth: ['local'],
  level: 'error',
  asks: 'Does the policy of the workspace block the repo, or its publisher?',
  why: 'A team that has looked at a repo and does not want it should have to say so once. `model-trust.yaml` is read by the editor and on the command line alike.',
  advice: 'Take another repo, or talk to whoever keeps the policy: its entry says why and since when.',
  source: 'The file `model-trust.yaml` at the top of the workspace.',
  example: `AutoModel.from_pretrained("blocked-lab/model")
# model-trust.yaml
blocked:
  - publisher: blocked-lab
    reason: unsafe files, twice
    date: 2026-11-20`,
  onReference(reference, { decision }) {
    const decided = decision(reference);
    if (decided?.what !== 'blocked') return undefined;
    return {
      severity: 'error',
      message: `\`${reference.id}\` is blocked by the policy of this workspace. ${sayDecision(decided)}`,
      weight: WEIGHT.error,
      source: 'model-trust.yaml',
    };
  },
};
