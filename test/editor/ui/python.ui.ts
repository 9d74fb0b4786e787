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
      assert.deepEqual(await workbench.markedLines('warning'), [4]);
      assert.deepEqual(await workbench.markedLines('error'), []);
      // The misspelt repo is a known demonstration too, which is said beside the warning.
      assert.deepEqual(await workbench.markedLines('info'), [4]);
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
      const rows = await workbench.quickFixes(...TYPO, 'Use EleutherAI/gpt-j-6B');
      await rows.filter({ hasText: 'Ignore lookalike-publisher on this line' }).first().waitFor();
      await rows.filter({ hasText: 'in this workspace' }).first().waitFor();
      await screenshot('quick-fixes');
      await workbench.escape();
    },
    'says in the status bar that it is at work': async ({ workbench, screenshot }) => {
      await workbench.page.locator('#status\\.languageStatus').hover();
      await workbench.page.locator('.hover-language-status', { hasText: 'Model Trust' }).first().waitFor();
      await screenshot('status');
      await workbench.escape();
    },
    'mends it': async ({ workbench, workspace, screenshot }) => {
      await workbench.applyQuickFix(...TYPO, 'Use EleutherAI/gpt-j-6B');
      await workbench.until('the squiggle is gone', async () => (await workbench.squiggles('warning').count()) === 0);
      await screenshot('mended');
      await workbench.save();
      const file = () => readFileSync(join(workspace, 'train.py'), 'utf8');
      await workbench.until('the file is saved', async () => !file().includes('EleuterAI'));
      assert.match(file(), /^base = AutoModelForCausalLM\.from_pretrained\("EleutherAI\/gpt-j-6B"\)$/m);
    },
  },
};
