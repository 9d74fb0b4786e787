import { describe, expect, it } from 'vitest';
import type { JudgeOptions } from '../../../src/core/engine.ts';
import type { Facts } from '../../../src/core/facts/facts.ts';
import { diagnosticReports } from '../../../src/core/reports/diagnostic.ts';
import { referenceHover } from '../../../src/core/reports/hover.ts';
import { shippedEngine } from '../../support/engine.ts';
import { campaignFacts } from './report/samples.ts';

const engine = shippedEngine();
const facts = (): Facts => campaignFacts;

function judged(text: string, options: JudgeOptions = {}) {
  const reading = engine.read({ path: 'app.py', language: 'python', text });
  const findings = engine.judge(reading, { facts, ...options });
  const reference = reading.references[0]!;
  const assessment = engine.assess(reference.id, reference.kind, findings, { facts, ...options });
  const card = referenceHover(reference, findings, assessment, engine.data.names, { diagnosticsShown: true });
  return { findings, marks: diagnosticReports(findings), card };
}

const load = (more = '') =>
  `from transformers import AutoModel\nAutoModel.from_pretrained("Open-OSS/privacy-filter")${more}\n`;
const rulesOf = (of: readonly { readonly rule: string }[]) => of.map(({ rule }) => rule);

describe('the mark of a repo that is listed as malicious', () => {
  it('is one, and names what else was found there', () => {
    const { findings, marks } = judged(load());
    expect(rulesOf(findings)).toEqual(expect.arrayContaining(['same-name', 'loader-instructions', 'launcher-files']));
    expect(rulesOf(marks)).toEqual(['known-malicious']);
    expect(marks[0]!.message).toMatch(
      /treat that machine as compromised\. Also found here: same-name, .*launcher-files/,
    );
    expect(marks[0]!.message).not.toContain('young-publisher');
  });

  it('leaves it to the card below to say what that is', () => {
    const { card } = judged(load());
    expect(card).toMatch(/\*\*error\*\* .*the established one.*same\\?-name/);
    expect(card).toMatch(/\*\*warning\*\* .*loader\\?-instructions/);
    expect(card).not.toMatch(/\*\*error\*\* .*known\\?-malicious/);
  });

  it('puts the intended id in place, whichever finding knows it', () => {
    const [mark] = judged(load()).marks;
    expect(mark!.fixes.map(({ title }) => title)).toContain('Use openai/privacy-filter');
    const unsafe =
      'from transformers import AutoModel\nAutoModel.from_pretrained("Open-OSS/privacy-filter", trust_remote_code=True)\n';
    for (const { edits } of judged(unsafe).marks[0]!.fixes) expect(edits[0]!.newText).toBe('openai/privacy-filter');
  });

  it('does not hide the others where it is silenced itself, or is no error', () => {
    const silenced = judged(load('  # model-trust: ignore[known-malicious]')).marks;
    expect(rulesOf(silenced)).toEqual(expect.arrayContaining(['same-name', 'loader-instructions']));
    const milder = judged(load(), { levels: new Map([['known-malicious', 'warning']]) }).marks;
    expect(rulesOf(milder)).toEqual(expect.arrayContaining(['known-malicious', 'same-name', 'loader-instructions']));
  });

  it('stands beside the block of the team, which has a reason of its own', () => {
    const decision = () => ({ what: 'blocked' as const, named: 'Open-OSS/privacy-filter', by: 'repo' as const });
    expect(rulesOf(judged(load(), { decision }).marks).sort()).toEqual(['blocked-by-policy', 'known-malicious']);
  });

  it('speaks for its own place alone', () => {
    const two = `${load()}AutoModel.from_pretrained("EluetherAI/gpt-j-6B")\n`;
    expect(rulesOf(judged(two, { facts: (): Facts => ({ ...campaignFacts }) }).marks)).toContain('lookalike-publisher');
  });
});
