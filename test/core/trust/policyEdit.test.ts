import { describe, expect, it } from 'vitest';
import { decisionsOf, readPolicy } from '../../../src/core/trust/policy.ts';
import { withEntry } from '../../../src/core/trust/policyEdit.ts';

const base = { reason: 'a "reason": # with signs', date: '2026-11-20' };
const repo = (id: string, kind: 'model' | 'dataset' = 'model') => ({ by: 'repo' as const, id, kind });

describe('a new entry of a policy', () => {
  it('begins a policy where there is none, and can be read back', () => {
    const text = withEntry('', { list: 'blocked', subject: repo('a-lab/data', 'dataset'), ...base })!;
    const { policy, problems } = readPolicy(text);
    expect(problems).toEqual([]);
    expect(decisionsOf(policy)({ id: 'a-lab/data', kind: 'dataset' })).toEqual({
      what: 'blocked',
      by: 'repo',
      named: 'a-lab/data',
      ...base,
    });
  });

  it('leaves comments and other entries as they are', () => {
    const before = `# ours\nblocked:\n  # since the audit\n  - publisher: bad-lab # really\n    reason: x\n    date: 2026-01-01\n`;
    const after = withEntry(before, { list: 'approved', subject: repo('a/b'), ...base })!;
    expect(after.startsWith(before)).toBe(true);
    expect(readPolicy(after).problems).toEqual([]);
  });

  it('takes back what was decided before', () => {
    const once = withEntry('', { list: 'blocked', subject: { by: 'publisher', name: 'a-lab' }, ...base })!;
    const twice = withEntry(once, { list: 'approved', subject: { by: 'publisher', name: 'A-Lab' }, ...base })!;
    const { policy, problems } = readPolicy(twice);
    expect([problems, policy.approved.length, policy.blocked.length]).toEqual([[], 1, 0]);
  });

  it('touches nothing that it cannot read', () => {
    for (const broken of [
      'approved: [',
      '- a\n- b\n',
      'just words',
      'blocked: []\nblocked: []\n',
      'blocked: []\n---\nblocked: []\n',
    ]) {
      expect(withEntry(broken, { list: 'approved', subject: repo('a/b'), ...base })).toBeUndefined();
    }
  });
});
