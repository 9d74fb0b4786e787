import assert from 'node:assert/strict';
import type { UiSpec } from '../uiSpec.ts';

export const spec: UiSpec = {
  file: 'app/pipeline.py',
  tests: {
    'marks both models of the campaigns as errors': async ({ workbench, screenshot }) => {
      await workbench.until(
        'two errors are marked',
        async () => (await workbench.squiggles('error').count()) === 2,
        60_000,
      );
      await screenshot('campaigns');
    },
    'says of one of them what it was': async ({ workbench, screenshot }) => {
      const card = await workbench.hover(6, 25, 'known-malicious');
      await screenshot('campaign-card');
      assert.match((await card.textContent()) ?? '', /dangerous/);
      await workbench.escape();
    },
    'marks the README that says to run start.bat': async ({ workbench, screenshot }) => {
      await workbench.openFile('models/privacy-filter/README.md');
      await workbench.squiggles('error').first().waitFor({ timeout: 60_000 });
      await workbench.hover(15, 22, 'start.bat');
      await screenshot('readme');
      await workbench.escape();
    },
    'marks the load that unpickles a download, and offers the safe one': async ({ workbench, screenshot }) => {
      await workbench.openFile('legacy_eval.py');
      await workbench.squiggles('warning').first().waitFor({ timeout: 60_000 });
      await workbench.quickFixes(8, 35, 'weights_only=True');
      await screenshot('torch-load');
      await workbench.escape();
    },
  },
};
