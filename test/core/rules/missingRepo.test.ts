import { expect, test } from 'vitest';
import { nothingKnown } from '../../../src/core/facts/facts.ts';
import type { Reference } from '../../../src/core/references/reference.ts';
import { missingRepo } from '../../../src/core/rules/missingRepo.ts';
import type { RuleContext } from '../../../src/core/rules/rule.ts';

const source = { host: 'hub.example', asOf: 0 };
const facts = { ...nothingKnown('x'), repo: { state: 'missing', wording: 'missing', source } as const };
const severityOf = (kind: Reference['kind'], link = false) =>
  missingRepo.onReference!(
    { id: 'some-lab/never-released', kind, link } as Reference,
    {
      facts: () => facts,
    } as unknown as RuleContext,
  )?.severity;

test('what is missing is a warning where it would be loaded, and information where it is only linked to', () => {
  for (const kind of ['model', 'dataset', 'space', 'kernel'] as const) {
    expect(severityOf(kind)).toBe('warning');
    expect(severityOf(kind, true)).toBe('information');
  }
});

test('nothing is said of an id that may be something else than what was looked for, and the rule says so', () => {
  expect(severityOf('unknown')).toBeUndefined();
  expect(severityOf('unknown', true)).toBeUndefined();
  expect(missingRepo.varies).toMatch(
    /nothing where the line does not say whether it means a model, a dataset or a space/,
  );
});
