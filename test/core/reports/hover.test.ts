import { describe, expect, it } from 'vitest';
import { referenceHover } from '../../../src/core/reports/hover.ts';
import { shippedEngine } from '../../support/engine.ts';

const engine = shippedEngine();

function card(text: string, style = { diagnosticsShown: false }): string {
  const reading = engine.read({ path: 'app.py', language: 'python', text });
  const reference = reading.references[0]!;
  const findings = engine.judge(reading);
  return referenceHover(
    reference,
    findings,
    engine.assess(reference.id, reference.kind, findings),
    engine.data.names,
    style,
  );
}

const load = (id: string) => `from transformers import AutoModel\nAutoModel.from_pretrained("${id}")\n`;

describe('the hover card', () => {
  it('of a squat says who is meant and what was not checked', () => {
    const shown = card(load('EleuterAI/gpt-j-6B'));
    expect(shown).toContain('`EleuterAI/gpt-j-6B`');
    expect(shown).toContain('a missing h');
    expect(shown).toContain('`EleutherAI/gpt-j-6B`');
    expect(shown).toMatch(/Not checked.*publisher, current numbers, files/);
  });

  it('of an honest repo is calm', () => {
    const shown = card(load('google-bert/bert-base-uncased'));
    expect(shown).toMatch(/clear.*nothing speaks against it/);
    expect(shown).not.toMatch(/\*\*(error|warning|information)\*\*/);
  });

  it('of a repo that nobody knows says so, neither good nor bad', () => {
    expect(card(load('jane-student/my-first-bert'))).toMatch(/unknown.*not enough is known/);
  });

  it('is at most ten paragraphs', () => {
    const crowded =
      'from transformers import AutoModel\nAutoModel.from_pretrained("anthfu/DeepSeek-V4-Pro", trust_remote_code=True, revision="main")\n';
    expect(card(crowded).split('\n\n').length).toBeLessThanOrEqual(10);
  });
});

describe('the hover card beside the diagnostics', () => {
  it('tells only what they have not told', () => {
    const shown = card(load('EleuterAI/gpt-j-6B'), { diagnosticsShown: true });
    expect(shown).not.toContain('a missing h');
    expect(shown).toContain('`EleutherAI/gpt-j-6B` is, with 278,455 downloads in the 30 days to 2026\\-08\\-22');
    expect(shown).toMatch(/caution.*check before you run it/);
  });

  it('is short: two hints at most, and one line of what was looked up', () => {
    const crowded =
      'from transformers import AutoModel\nAutoModel.from_pretrained("anthfu/DeepSeek-V4-Pro", trust_remote_code=True, revision="main")\n';
    const lines = card(crowded, { diagnosticsShown: true }).split('\n\n');
    expect(lines[0]).toContain('DeepSeek-V4-Pro');
    expect(lines.filter(line => line.startsWith('- ')).length).toBeLessThanOrEqual(2);
    expect(lines.length).toBeLessThanOrEqual(6);
  });

  it('keeps the hints, which are told nowhere else', () => {
    expect(card(load('gpt2'), { diagnosticsShown: true })).toContain('**hint**');
  });
});
