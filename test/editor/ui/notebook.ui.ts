import type { UiSpec } from '../uiSpec.ts';

export const spec: UiSpec = {
  tests: {
    'marks the look-alike in its cell': async ({ workbench, screenshot }) => {
      await workbench.openFile('notebooks/explore.ipynb');
      await workbench.squiggles('warning').first().waitFor({ timeout: 60_000 });
      await screenshot('cell');
    },
  },
};
