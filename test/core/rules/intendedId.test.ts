import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/document.ts';
import { applyEdits } from '../../support/applyEdits.ts';
import { shippedEngine } from '../../support/engine.ts';

const engine = shippedEngine();
const SHA = '8a7f0123456789abcdef0123456789abcdef0123';

function fixed(path: string, language: Language, text: string): { title: string; text: string } {
  const findings = engine.judge(engine.read({ path, language, text }));
  const fix = findings.find(({ rule }) => rule === 'known-malicious')!.fixes![0]!;
  return { title: fix.title, text: applyEdits(text, fix.edits) };
}

const cases: [string, string, Language, string][] = [
  [
    'an argument',
    'a.py',
    'python',
    `from transformers import AutoModel\nAutoModel.from_pretrained("ID", revision="REV", trust_remote_code=True)\n`,
  ],
  ['an option', 'a.sh', 'shell', 'hf download ID --revision REV --local-dir x\n'],
  ['an address', 'a.sh', 'shell', 'curl -LO https://huggingface.co/ID/resolve/REV/model.safetensors\n'],
  ['a line of a Dockerfile', 'Dockerfile', 'dockerfile', 'FROM python\nRUN hf download ID --revision=REV\n'],
];

describe('the fix that takes another repo', () => {
  it.each(cases)('leaves no commit of the old one behind: %s', (_, path, language, text) => {
    const filled = (id: string, revision: string) => text.replace('ID', id).replace('REV', revision);
    const after = fixed(path, language, filled('Open-OSS/privacy-filter', SHA));
    expect(after).toEqual({
      title: 'Use openai/privacy-filter at main',
      text: filled('openai/privacy-filter', 'main'),
    });
  });

  it('says so where others may share the commit', () => {
    const text = `from transformers import AutoModel\nCOMMIT = "${SHA}"\nAutoModel.from_pretrained("Open-OSS/privacy-filter", revision=COMMIT)\n`;
    expect(fixed('a.py', 'python', text)).toEqual({
      title: 'Use openai/privacy-filter (its revision stays: check it)',
      text: text.replace('Open-OSS', 'openai'),
    });
  });

  it('leaves a branch as it is', () => {
    const text = 'hf download Open-OSS/privacy-filter --revision main\n';
    expect(fixed('a.sh', 'shell', text).title).toBe('Use openai/privacy-filter');
  });
});
