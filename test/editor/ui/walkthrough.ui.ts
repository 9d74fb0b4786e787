import type { UiSpec } from '../uiSpec.ts';

const STEPS = [
  'See a name that is not what it seems',
  'Read the report',
  'See what this workspace loads',
  'Decide once, for everybody',
];

export const spec: UiSpec = {
  file: 'requirements.txt',
  settings: { 'modelTrust.lookUps': false },
  tests: {
    'shows four steps with a picture each': async ({ workbench, screenshot }) => {
      // Narrower, the editor leaves the pictures out.
      await workbench.page.setViewportSize({ width: 1800, height: 900 });
      await workbench.command('Welcome: Open Walkthrough...');
      await workbench.pick('Know Whose Models You Load');
      const page = workbench.page.locator('.gettingStartedContainer');
      for (const [at, title] of STEPS.entries()) {
        const step = page.locator('.getting-started-step', { hasText: title }).first();
        await step.waitFor({ timeout: 60_000 });
        await step.click();
        await screenshot(`step-${at + 1}`);
      }
    },
    'counts a step as done when it is done': async ({ workbench, screenshot }) => {
      await workbench.command('Model Trust: Open Sample');
      await workbench.squiggles('warning').first().waitFor({ timeout: 60_000 });
      await workbench.command('Welcome: Open Walkthrough...');
      await workbench.pick('Know Whose Models You Load');
      const first = workbench.page.locator('.getting-started-step', { hasText: STEPS[0]! }).first();
      await first.locator('.codicon-getting-started-step-checked').first().waitFor({ timeout: 20_000 });
      await screenshot('done');
    },
    'sorts and filters the models': async ({ workbench, screenshot }) => {
      await workbench.command('Model Trust: Scan Workspace');
      const rows = workbench.treeRows('Models');
      await rows.filter({ hasText: 'Dangerous' }).first().waitFor({ timeout: 60_000 });
      await workbench.command('Model Trust: Sort Models');
      await workbench.pick('By Name');
      await rows.filter({ hasText: 'Dangerous' }).first().waitFor({ state: 'detached' });
      await rows.filter({ hasText: 'Open-OSS/privacy-filter' }).first().waitFor();
      await screenshot('by-name');
      await workbench.command('Model Trust: Sort Models');
      await workbench.pick('By Verdict');
      await rows.filter({ hasText: 'Dangerous' }).first().waitFor();
    },
  },
};
