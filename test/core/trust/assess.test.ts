import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/rules/finding.ts';
import type { Severity } from '../../../src/core/rules/severity.ts';
import { assess } from '../../../src/core/trust/assess.ts';
import { knowing } from '../../support/names.ts';

const names = knowing({ 'org/listed': { listed: true }, gpt2: { movedTo: 'openai-community/gpt2' } });

const finding = (severity: Severity, extra: Partial<Finding> = {}): Finding => ({
  rule: 'same-name',
  severity,
  message: `a ${severity}`,
  weight: 1,
  span: { start: 0, end: 1 },
  id: 'org/listed',
  kind: 'model',
  suppressed: false,
  ...extra,
});

const verdict = (id: string, ...findings: Finding[]) => assess(id, 'model', findings, names).verdict;

describe('the verdict at local depth', () => {
  it.each<[Severity, string, string]>([
    ['error', 'dangerous', 'dangerous'],
    ['warning', 'caution', 'caution'],
    ['information', 'clear', 'unknown'],
    ['hint', 'clear', 'unknown'],
  ])('%s: %s for a listed repo, %s for another', (severity, listed, other) => {
    expect(verdict('org/listed', finding(severity))).toBe(listed);
    expect(verdict('org/other', finding(severity))).toBe(other);
  });

  it('without findings is clear in the index, unknown outside it', () => {
    expect(verdict('org/listed')).toBe('clear');
    expect(verdict('gpt2')).toBe('clear');
    expect(verdict('org/other')).toBe('unknown');
  });

  it('does not take a dataset for the model of the same id', () => {
    expect(assess('org/listed', 'dataset', [], names).verdict).toBe('unknown');
  });

  it('does not count what is suppressed', () => {
    expect(verdict('org/listed', finding('error', { suppressed: true }))).toBe('clear');
  });
});

describe('an assessment', () => {
  it('hears of one rule and one other repo only the strongest place', () => {
    const said = (...findings: Finding[]) =>
      assess('org/listed', 'model', findings, names).signals.map(({ message }) => message);
    const [weak, strong] = [finding('hint', { target: 'a/b' }), finding('warning', { target: 'a/b' })];
    expect(said(weak, strong)).toEqual(['a warning']);
    expect(said(weak, finding('warning', { target: 'c/d' }))).toEqual(['a warning', 'a hint']);
    expect(said(strong, finding('warning', { target: 'a/b', message: 'for another reason' }))).toHaveLength(2);
    expect(said(finding('hint'), finding('warning'))).toHaveLength(2);
  });

  it('says a thing once, strongest first, and what was not checked', () => {
    const { signals, facts, notChecked } = assess(
      'org/listed',
      'model',
      [finding('hint'), finding('error', { rule: 'known-malicious', target: 'a/b' }), finding('hint')],
      names,
    );
    expect(signals).toEqual([
      { rule: 'known-malicious', severity: 'error', message: 'a error', weight: 1, target: 'a/b' },
      { rule: 'same-name', severity: 'hint', message: 'a hint', weight: 0.4 },
    ]);
    expect(facts).toBeNull();
    expect(notChecked.map(({ what }) => what)).toEqual(['publisher', 'current numbers', 'files']);
  });
});
