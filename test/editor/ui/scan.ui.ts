import assert from 'node:assert/strict';
import type { UiSpec } from '../uiSpec.ts';

export const spec: UiSpec = {
  file: 'requirements.txt',
  tests: {
    'fills the view of models, the worst first': async ({ workbench, screenshot }) => {
      await workbench.command('Model Trust: Scan Workspace');
      const rows = workbench.treeRows('Models');
      await rows.filter({ hasText: 'Open-OSS/privacy-filter' }).first().waitFor({ timeout: 60_000 });
      await rows.filter({ hasText: 'EleuterAI/gpt-j-6B' }).first().waitFor();
      await screenshot('models');
    },
    'opens a place from the view': async ({ workbench, screenshot }) => {
      const model = workbench.treeRows('Models').filter({ hasText: 'anthfu/DeepSeek-V4-Pro' }).first();
      await model.click();
      await workbench.treeRows('Models').filter({ hasText: 'app/pipeline.py' }).first().click();
      await workbench.page.locator('.tabs-container .tab.active[data-resource-name="pipeline.py"]').waitFor();
      await screenshot('place');
    },
    'fills the Problems panel with files that nobody has opened': async ({ workbench, screenshot }) => {
      const rows = await workbench.problems();
      await rows.filter({ hasText: 'known-malicious' }).first().waitFor();
      await screenshot('problems');
      await workbench.page.getByRole('button', { name: 'Collapse All' }).last().click();
      // The panel draws only the rows that fit: which files they are depends on how many there are.
      const files = rows.filter({
        hasText: /README\.md|\.py|\.sh|start\.bat|Dockerfile|compose\.yaml|evaluate\.yml|Search\.tsx/,
      });
      await workbench.until('the rows of several files are drawn', async () => (await files.count()) >= 5);
      assert.equal(await rows.filter({ hasText: 'requirements.txt' }).count(), 0);
    },
    'explains a rule without a network': async ({ workbench, screenshot }) => {
      await workbench.command('Model Trust: Explain Rule');
      await workbench.pick('lookalike-publisher');
      const page = workbench.webview();
      await page.locator('h1', { hasText: 'lookalike-publisher' }).first().waitFor({ timeout: 60_000 });
      await screenshot('rule');
    },
  },
};
