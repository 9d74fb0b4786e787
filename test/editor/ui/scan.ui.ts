import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    'offers on a row what makes sense there, and writes what is decided': async ({
      workbench,
      workspace,
      screenshot,
    }) => {
      const file = join(workspace, 'model-trust.yaml');
      const policy = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
      const bad = await workbench.rowMenu('Models', 'Open-OSS/privacy-filter');
      await screenshot('row-menu');
      assert.deepEqual(await bad.allInnerTexts(), [
        ...['Open Report', 'Go to Place', 'Open on the Hub'],
        ...['Replace by the Intended Id…', 'Block This Repo…', 'Copy Id'],
      ]);
      await bad.filter({ hasText: 'Block This Repo…' }).click();
      await workbench.answer('a copy with a launcher');
      await workbench.until('it is blocked', async () => policy().includes('a copy with a launcher'));
      assert.match(policy(), /blocked:\n {2}- repo: Open-OSS\/privacy-filter\n {4}reason: a copy with a launcher\n/);
      const odd = await workbench.rowMenu('Models', 'EleuterAI/gpt-j-6B');
      await odd.filter({ hasText: 'Approve This Repo…' }).waitFor();
      // Nobody was asked for its commit.
      assert.equal(await odd.filter({ hasText: 'Pin Everywhere…' }).count(), 0);
      await workbench.escape();
      // An open menu stays as it was: it is opened anew until the view has heard of the policy.
      await workbench.until('it is blocked once', async () => {
        const blocked = await workbench.rowMenu('Models', 'Open-OSS/privacy-filter');
        const offered = await blocked.allInnerTexts();
        await workbench.escape();
        return !offered.includes('Block This Repo…') && offered.includes('Show in model-trust.yaml');
      });
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
