import { expect, test } from 'vitest';
import { wordEnd } from '../../../src/core/text/wordEnd.ts';

test.each([
  // The id ends at ‹, the word at ›.
  'load("org/name‹"›, revision="main")',
  "load('org/name‹'›)",
  'load("""org/name‹"""›)',
  'load("org/name‹"›, "")',
  '`org/name‹`› is a model',
  'vllm serve org/name‹› --port 1',
  'llama-server -hf org/name‹:Q4_K_M›\nnext',
  'hf download org/name‹@main"›',
  'git clone https://hf.example/org/name‹/resolve/main/model.bin›; ls',
  'base_model: org/name‹›',
  '[org/name‹›]',
  '<b>org/name‹›</b>',
  '"source": ["load(\\"org/name‹\\"›)"]',
  'org/name‹›',
])('%s', marked => {
  const text = marked.replace(/[‹›]/g, '');
  expect(wordEnd(text, marked.indexOf('‹'))).toBe(marked.indexOf('›') - 1);
});
