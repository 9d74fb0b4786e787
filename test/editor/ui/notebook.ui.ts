import assert from 'node:assert/strict';
import type { UiSpec } from '../uiSpec.ts';

const MEANT = 'meta-llama/Llama-3.1-8B-Instruct';

export const spec: UiSpec = {
  tests: {
    'marks the look-alike in its cell': async ({ workbench, screenshot }) => {
      await workbench.openFile('notebooks/explore.ipynb');
      await workbench.squiggles('warning').first().waitFor({ timeout: 60_000 });
      await screenshot('cell');
    },
    'tells in the cell who is meant': async ({ workbench, screenshot }) => {
      await workbench.clickInto('meta-Ilama');
      const card = await workbench.hoverHere('looks like the well-known publisher');
      assert.match((await card.textContent()) ?? '', /meta-llama/);
      await screenshot('hover');
      await workbench.escape();
    },
    'mends it in the cell': async ({ workbench, screenshot }) => {
      await workbench.clickInto('meta-Ilama');
      await workbench.quickFixesHere(`Use ${MEANT}`);
      await screenshot('fixes');
      await workbench.escape();
      await workbench.applyQuickFixHere(`Use ${MEANT}`);
      await workbench.until('the squiggle is gone', async () => (await workbench.squiggles('warning').count()) === 0);
      await screenshot('mended');
    },
  },
};
