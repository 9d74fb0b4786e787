import { expect, test } from 'vitest';
import type { RepoKind } from '../../../src/core/references/reference.ts';
import type { Decision } from '../../../src/core/rules/decision.ts';
import { decisionsOf, readPolicy } from '../../../src/core/trust/policy.ts';
import { policyPlace } from '../../../src/core/trust/policyPlace.ts';

/** The entry that decides, marked in the policy; without marks the repo is not decided. */
const CASES: readonly (readonly [string, string, RepoKind])[] = [
  ['blocked:\n  - repo: ‹org/name›\n    reason: no\n', 'Org/Name', 'model'],
  ['blocked:\n  - repo: ‹"org/name"›\n', 'org/name', 'unknown'],
  ['blocked:\n  - publisher: ‹org›\napproved:\n  - repo: org/name\n', 'org/name', 'model'],
  ['blocked:\n  - publisher: org\n  - repo: ‹org/name›\n', 'org/name', 'model'],
  ['approved:\n  - repo: org/name\n  - repo: ‹datasets/org/name›\n', 'org/name', 'dataset'],
  ['approved:\n  - repo: org/name\n    reason: once\n  - repo: ‹org/name›\n    reason: twice\n', 'org/name', 'model'],
  ['approved: [{ publisher: ‹org› }]\n', 'org/name', 'space'],
];

test.each(CASES)('%j decides on %s', (marked, id, kind) => {
  const text = marked.replace(/[‹›]/g, '');
  const decision = decisionsOf(readPolicy(text).policy)({ id, kind })!;
  const place = { start: marked.indexOf('‹'), end: marked.indexOf('›') - 1 };
  expect(policyPlace(text, decision, kind)).toEqual(place);
});

test('an entry that is gone has no place', () => {
  const decision: Decision = { what: 'blocked', by: 'repo', named: 'org/name' };
  for (const text of ['', 'blocked: []\n', 'approved:\n  - repo: org/name\n', 'blocked:\n  - publisher: org\n', '{{'])
    expect(policyPlace(text, decision, 'model')).toBeUndefined();
});
