import type { UiSpec } from '../uiSpec.ts';

const IGNORED = 'base = AutoModel.from_pretrained("EleuterAI/gpt-j-6B")  # model-trust: ignore[lookalike-publisher]\n';

export const spec: UiSpec = {
  askForTrust: true,
  settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
  files: { 'ignored.py': `from transformers import AutoModel\n\n${IGNORED}` },
  file: 'ignored.py',
  tests: {
    'hears no comment of a workspace that nobody trusts': async ({ workbench, screenshot }) => {
      await workbench.squiggles('warning').first().waitFor({ timeout: 60_000 });
      await screenshot('restricted');
    },
    'hears it once the workspace is trusted': async ({ workbench, screenshot }) => {
      await workbench.command('Workspaces: Manage Workspace Trust');
      await workbench.page.locator('.workspace-trust-editor').getByText('Trust', { exact: true }).first().click();
      await workbench.openFile('ignored.py');
      await workbench.editorReady();
      await workbench.until('the mark is gone', async () => (await workbench.squiggles('warning').count()) === 0);
      await screenshot('trusted');
    },
  },
};
