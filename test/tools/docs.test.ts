import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/core/rules/registry.ts';
import { generatedFiles } from '../../src/tools/docs.ts';

describe('generated documentation', () => {
  const files = generatedFiles(path => readFileSync(path, 'utf8'));

  it.each([...files])('%s is what the code says (else run `npm run docs`)', (path, text) => {
    expect(existsSync(path) ? readFileSync(path, 'utf8') : 'missing').toBe(text);
  });

  it('has no page of a rule that is gone', () => {
    const pages = readdirSync('media/docs/rules').map(page => page.replace(/\.md$/, ''));
    expect(pages.filter(page => !rules.some(rule => rule.id === page))).toEqual([]);
  });
});
