import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionsOf, onlyBlocks, readPolicy } from '../../../src/core/trust/policy.ts';
import { shippedEngine } from '../../support/engine.ts';
import { processorTime } from '../../support/processorTime.ts';

const GOOD = `approved:
  - repo: our-lab/gpt-j-6b
    reason: our own
    date: 2026-11-20
  - publisher: OpenAI
    reason: reviewed
    date: "2026-11-21"
blocked:
  - repo: datasets/some-org/scraped
    reason: no licence
    date: 2026-01-02
`;

/** Each problem with the text that it is about. */
const problemsIn = (text: string): string[] =>
  readPolicy(text).problems.map(
    ({ severity, message, span }) => `${severity} «${text.slice(span.start, span.end)}» ${message}`,
  );

describe('a policy', () => {
  it('decides by repo and by publisher, whatever the case, each kind for itself', () => {
    expect(problemsIn(GOOD)).toEqual([]);
    const decide = decisionsOf(readPolicy(GOOD).policy);
    expect(decide({ id: 'Our-Lab/GPT-J-6b', kind: 'unknown' })).toEqual({
      what: 'approved',
      by: 'repo',
      named: 'our-lab/gpt-j-6b',
      reason: 'our own',
      date: '2026-11-20',
    });
    expect(decide({ id: 'openai/anything', kind: 'space' })).toMatchObject({ what: 'approved', by: 'publisher' });
    expect(decide({ id: 'some-org/scraped', kind: 'dataset' })).toMatchObject({ what: 'blocked' });
    expect(decide({ id: 'some-org/scraped', kind: 'model' })).toBeUndefined();
    expect(decide({ id: 'openai', kind: 'model' })).toBeUndefined();
  });

  it('blocks what is approved too, and says so', () => {
    const text =
      'approved:\n  - {repo: a/b, reason: x, date: 2026-01-01}\nblocked:\n  - {publisher: A, reason: x, date: 2026-01-01}\n';
    expect(problemsIn(text)).toEqual(['warning «a/b» This is blocked too, and a block counts more than an approval.']);
    expect(decisionsOf(readPolicy(text).policy)({ id: 'a/b', kind: 'model' })?.what).toBe('blocked');
  });

  it.each([
    ['- a', 'A policy has the lists `approved` and `blocked`.'],
    ['allowed: []', 'There is no `allowed` in a policy'],
    ['blocked: a/b', '`blocked` is a list'],
    ['blocked: [a/b]', 'An entry begins with `repo:` or `publisher:`.'],
    ['blocked: [{repo: a/b/c, reason: x, date: 2026-01-01}]', 'A repo is written as `publisher/name`'],
    ['blocked: [{publisher: a/b, reason: x, date: 2026-01-01}]', 'A publisher is written as on the Hub'],
    ['blocked: [{repo: a/b, publisher: a, reason: x, date: 2026-01-01}]', 'either a `repo` or a `publisher`'],
    ['blocked: [{repo: a/b, reason: x, date: 20.11.2026}]', 'A `date` is written as 2026-11-20.'],
    ['blocked: [{repo: a/b, reason: x, date: 2026-01-01, until: 2027}]', 'An entry has no `until`'],
    ['blocked: [{repo: a/b, date: 2026-01-01}]', 'A `reason` is missing'],
    ['blocked: [{repo: a/b, reason: x}]', 'A `date` is missing'],
  ])('says what is wrong with %s', (text, problem) => {
    expect(problemsIn(text).join('\n')).toContain(problem);
  });

  it('approves nothing where the file is broken, and still blocks', () => {
    const { policy, problems } = readPolicy(`${GOOD}oops: [\n`);
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    expect(policy.approved).toEqual([]);
    expect(policy.blocked).toHaveLength(1);
  });

  it('names a key that is there twice, approves nothing then, and blocks by both', () => {
    const text = `${GOOD}blocked:\n  - {publisher: x, reason: x, date: 2026-01-01}\n`;
    expect(problemsIn(text)).toEqual(['error «blocked» There is a `blocked` before this one: put both together.']);
    const { approved, blocked } = readPolicy(text).policy;
    expect([approved.length, blocked.length]).toEqual([0, 2]);
  });

  it.each([
    ['keys in one line', `{${Array.from({ length: 12_000 }, (_, i) => i).join(',')}`],
    ['brackets', '['.repeat(65_000)],
    ['lists in lists', '- '.repeat(32_000)],
    ['closing brackets', ']'.repeat(65_000)],
    ['keys', Array.from({ length: 6_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['more than is read', `{${Array.from({ length: 30_000 }, (_, i) => i).join(',')}}`],
  ])('is not kept busy, nor its reader, by very many %s', (_what, text) => {
    let problems: ReturnType<typeof readPolicy>['problems'] = [];
    const took = processorTime(() => {
      ({ problems } = readPolicy(`blocked: [{publisher: x, reason: x, date: 2026-01-01}]\n${text}`));
    });
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    expect(problems.length).toBeLessThanOrEqual(51);
    // Some seconds to a minute where keys are compared each with each.
    expect(took).toBeLessThan(3_000);
  });

  it('blocks by all documents of a file, and says that it should be one', () => {
    const block = (name: string) => `blocked:\n  - {publisher: ${name}, reason: x, date: 2026-01-01}\n`;
    const { policy, problems } = readPolicy(`${GOOD}---\n${block('x')}...\n---\n${block('y')}`);
    expect([policy.approved.length, policy.blocked.length]).toEqual([0, 3]);
    expect(problems).toMatchObject([{ severity: 'error', message: expect.stringContaining('second YAML document') }]);
    expect(problems[0]?.span.start).toBe(GOOD.length);
    expect(readPolicy(`---\n${GOOD}...\n`)).toMatchObject({ whole: true, problems: [] });
  });

  it('still tells a mistake after very many warnings', () => {
    const text = `blocked:\n${'  - repo: a/b\n'.repeat(100)}  - repo: a/b/c\n`;
    expect(problemsIn(text).filter(problem => problem.startsWith('error'))).toHaveLength(1);
  });

  it('holds what is above where it becomes too deep', () => {
    const { policy, whole } = readPolicy(`blocked:\n  - publisher: x\n  - ${'['.repeat(100)}`);
    expect([policy.blocked.length, whole]).toEqual([1, false]);
  });

  it('loses what loosens where nobody trusts the workspace', () => {
    const { approved, blocked } = onlyBlocks(readPolicy(GOOD).policy);
    expect([approved.length, blocked.length]).toEqual([0, 1]);
  });

  it('never throws, and marks what is there', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abr:- \n[]{}&*!|>"\'#repo publisher/blocked') }), text => {
        for (const { span } of readPolicy(text).problems) expect(span.start).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a verdict under a policy', () => {
  const engine = shippedEngine();
  const decision = decisionsOf(
    readPolicy(
      'approved:\n  - {publisher: our-lab, reason: ours, date: 2026-01-01}\n  - {repo: Open-OSS/privacy-filter, reason: no, date: 2026-01-01}\nblocked:\n  - {publisher: openai, reason: no, date: 2026-01-01}\n',
    ).policy,
  );
  const verdict = (id: string) => engine.assess(id, 'model', undefined, { decision }).verdict;

  it('is trusted where people have looked, and nothing asks for an action', () => {
    expect(engine.assess('our-lab/gpt-j-6b', 'model').verdict).toBe('unknown');
    expect(verdict('our-lab/gpt-j-6b')).toBe('trusted');
  });

  it('is dangerous where they do not want it, and stays so where an advisory speaks', () => {
    expect([verdict('openai/whisper-large-v3'), verdict('Open-OSS/privacy-filter')]).toEqual([
      'dangerous',
      'dangerous',
    ]);
  });
});
