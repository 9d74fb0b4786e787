import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UiSpec } from '../uiSpec.ts';
import type { Workbench } from '../workbench.ts';

const CODE = `from transformers import AutoModel

fake = AutoModel.from_pretrained("Open-OSS/privacy-filter")
real = AutoModel.from_pretrained("openai/privacy-filter")
`;
/** Inside the ids; line and column from 1. */
const FAKE = [3, 40] as const;
const REAL = [4, 40] as const;

/** The words stand in a card over the language's name; a mouse that rests there already opens none. */
const statusSays = (workbench: Workbench, words: string, limit?: number): Promise<void> => {
  const { page } = workbench;
  const card = page.locator('.hover-language-status', { hasText: words }).first();
  return workbench.until(
    `the status says "${words}"`,
    async () => {
      await page.mouse.move(640, 300);
      await page.locator('#status\\.languageStatus').hover();
      return card.waitFor({ timeout: 2500 }).then(
        () => true,
        () => false,
      );
    },
    limit,
  );
};

export const spec: UiSpec = {
  hub: true,
  files: { 'filter.py': CODE },
  file: 'filter.py',
  tests: {
    'tells of the fake who publishes it, since when, and what its numbers are worth': async ({
      workbench,
      screenshot,
    }) => {
      await workbench.squiggles('error').first().waitFor({ timeout: 60_000 });
      const card = await workbench.hover(...FAKE, 'Looked up at');
      await screenshot('fake');
      // Our card lies below what is marked: the keys that opened it bring the focus into it.
      await workbench.page.keyboard.press('Control+K');
      await workbench.page.keyboard.press('Control+I');
      await workbench.page.keyboard.press('End');
      await screenshot('fake-card');
      const text = (await card.textContent()) ?? '';
      assert.match(text, /its account made 18 hours ago, 4 followers/);
      assert.match(text, /244,168 downloads in 30 days, 667 likes/);
      assert.match(text, /more downloads and more likes than any of [\d,]+ /);
      assert.match(text, /start\.bat/);
      assert.match(text, /openai\/privacy-filter/);
      await workbench.escape();
    },
    'tells calmly of the original': async ({ workbench, screenshot }) => {
      await workbench.hover(...REAL, 'Looked up at');
      await workbench.escape();
      // Whom else it publishes is asked for by the first look at the card.
      const card = await workbench.hover(...REAL, 'Most downloaded');
      await screenshot('real');
      const text = (await card.textContent()) ?? '';
      assert.match(text, /trusted/);
      assert.match(text, /a verified organisation, its account made \d years ago/);
      for (const severity of ['error', 'warning', 'info'] as const) {
        assert.ok(!(await workbench.markedLines(severity)).includes(REAL[0]), `no ${severity} at the original`);
      }
      await workbench.escape();
    },
    'shows verdicts above the lines and beside the ids, once they are switched on': async ({
      workbench,
      workspace,
      screenshot,
    }) => {
      const lenses = workbench.page.locator('.codelens-decoration');
      const marks = workbench.page.locator('.view-line').filter({ hasText: /privacy-filter"trusted/ });
      assert.equal(await lenses.count(), 0);
      mkdirSync(join(workspace, '.vscode'), { recursive: true });
      const settings = join(workspace, '.vscode', 'settings.json');
      writeFileSync(settings, JSON.stringify({ 'modelTrust.codeLens': true, 'modelTrust.inlayVerdicts': true }));
      await lenses.filter({ hasText: 'Open-OSS/privacy-filter: dangerous' }).waitFor({ timeout: 60_000 });
      await lenses.filter({ hasText: 'openai/privacy-filter: trusted' }).waitFor();
      await marks.first().waitFor();
      await screenshot('verdicts');
      writeFileSync(settings, '{}');
      await workbench.until('they are gone', async () => (await lenses.count()) + (await marks.count()) === 0, 60_000);
    },
    'pins the original to the commit that was looked up': async ({ workbench, workspace, screenshot }) => {
      await workbench.quickFixes(...REAL, 'Pin to commit');
      await screenshot('pin');
      await workbench.escape();
      await workbench.applyQuickFix(...REAL, 'Pin to commit');
      await workbench.save();
      const file = () => readFileSync(join(workspace, 'filter.py'), 'utf8');
      await workbench.until('the file is saved', async () =>
        /openai\/privacy-filter", revision="[0-9a-f]{40}"\)/.test(file()),
      );
      await screenshot('pinned');
    },
    'says in the status that nothing can be reached, and in the card of what age its facts are': async ({
      workbench,
      hub,
      screenshot,
    }) => {
      await hub!.down();
      await workbench.command('Model Trust: Clear Cache');
      await statusSays(workbench, 'No connection to');
      await screenshot('offline');
      await workbench.escape();
      // A card that hangs there does not change: one that came too early is asked for again.
      await workbench.until('the card says so', async () => {
        const card = await workbench.hover(...REAL, 'openai/privacy-filter');
        const says = /no connection/.test((await card.textContent()) ?? '');
        if (!says) await workbench.escape();
        return says;
      });
      await screenshot('offline-card');
      await workbench.escape();
    },
    'knows again what there is to know, once the Hub is back': async ({ workbench, hub, screenshot }) => {
      await hub!.up();
      await workbench.until(
        'the card says so',
        async () => {
          const card = await workbench.hover(...REAL, 'openai/privacy-filter');
          const says = /Looked up at/.test((await card.textContent()) ?? '');
          if (!says) await workbench.escape();
          return says;
        },
        60_000,
      );
      await screenshot('back');
      await workbench.escape();
      await statusSays(workbench, 'Look-ups at', 60_000);
      await workbench.escape();
    },
    'asks with a token as soon as one is set, and without it as soon as it is removed': async ({ workbench, hub }) => {
      const asked = () => hub!.requests.filter(({ origin }) => origin === 'hub').length;
      hub!.forget();
      await workbench.commandWith('Model Trust: Set Hub Token', 'hf_replay');
      await workbench.until('a token comes', async () => hub!.tokensSeenAt('hub').length > 0, 60_000);
      assert.deepEqual(hub!.tokensSeenAt('foreign'), []);
      await workbench.command('Model Trust: Remove Hub Token');
      await workbench.page.getByText('Model Trust asks without a token now.').waitFor({ timeout: 60_000 });
      hub!.forget();
      await workbench.command('Model Trust: Clear Cache');
      await workbench.until('the Hub is asked again', async () => asked() > 5, 60_000);
      assert.deepEqual(hub!.tokensSeenAt('hub'), []);
    },
  },
};
