import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UiSpec } from '../uiSpec.ts';

/** Inside `EleuterAI/gpt-j-6B`, and inside `meta-llama/Llama-3.1-8B-Instruct`; line and column from 1. */
const TYPO = [4, 48] as const;
const HONEST = [6, 48] as const;

export const spec: UiSpec = {
  file: 'train.py',
  tests: {
    'marks the misspelt publisher and none of the honest models': async ({ workbench, screenshot }) => {
      await workbench.squiggles('warning').first().waitFor({ timeout: 60_000 });
      await screenshot('squiggle');
      assert.equal(await workbench.squiggles('warning').count(), 1);
      assert.equal(await workbench.squiggles('error').count(), 0);
      assert.equal(await workbench.squiggles('info').count(), 0);
    },
    'tells on a card what is wrong': async ({ workbench, screenshot }) => {
      const card = await workbench.hover(...TYPO, 'caution');
      await screenshot('hover');
      assert.match((await card.textContent()) ?? '', /EleutherAI/);
      await workbench.escape();
    },
    'tells on a card what is known of an honest model': async ({ workbench, screenshot }) => {
      await workbench.hover(...HONEST, 'nothing speaks against it');
      await screenshot('honest');
      await workbench.escape();
    },
    'offers to mend or to ignore it': async ({ workbench, screenshot }) => {
      await workbench.quickFix(...TYPO, 'Use EleutherAI/gpt-j-6B');
      await workbench.quickFix(...TYPO, 'Ignore lookalike-publisher on this line');
      await screenshot('quick-fixes');
      await workbench.escape();
    },
    'mends it': async ({ workbench, workspace, screenshot }) => {
      await workbench.applyQuickFix(...TYPO, 'Use EleutherAI/gpt-j-6B');
      await workbench.until('the squiggle is gone', async () => (await workbench.squiggles('warning').count()) === 0);
      await screenshot('mended');
      await workbench.command('File: Save');
      const file = () => readFileSync(join(workspace, 'train.py'), 'utf8');
      await workbench.until('the file is saved', async () => !file().includes('EleuterAI'));
      assert.match(file(), /^base = AutoModelForCausalLM\.from_pretrained\("EleutherAI\/gpt-j-6B"\)$/m);
    },
  },
};
