import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { payloads } from '../../core/reports/report/payloads.ts';
import { strangeReport } from '../../core/reports/report/strange.ts';
import { ReportPage } from '../reportPage.ts';
import type { UiSpec } from '../uiSpec.ts';

const CODE = `from transformers import AutoModel

fake = AutoModel.from_pretrained("Open-OSS/privacy-filter")
real = AutoModel.from_pretrained("openai/privacy-filter")
`;

/** Of a report that is known: from the key of the command to the paint of the report. */
const FIRST_PAINT_MS = 150;

export const spec: UiSpec = {
  hub: true,
  files: { 'filter.py': CODE },
  file: 'filter.py',
  tests: {
    'opens from the card, and fills in what the Hub tells': async ({ workbench, screenshot }) => {
      await workbench.squiggles('error').first().waitFor({ timeout: 60_000 });
      const card = await workbench.hover(3, 40, 'Open the trust report');
      await card.getByText('Open the trust report').click();
      const report = new ReportPage(workbench);
      await report.shows('Open-OSS/privacy-filter');
      const page = workbench.webview();
      await page.locator('#verdict', { hasText: 'dangerous' }).waitFor();
      await page.locator('#numbers', { hasText: '244,168' }).waitFor();
      await screenshot('opened');
    },
    'opens as a quick fix, in the same panel': async ({ workbench }) => {
      await workbench.command('View: Focus First Editor Group');
      await workbench.applyQuickFix(3, 40, 'Open the trust report');
      assert.equal(await workbench.page.locator('iframe.webview.ready').count(), 1);
    },
    'is walked through by the keyboard, from the first action to the last table': async ({ workbench }) => {
      const report = new ReportPage(workbench);
      const expected = await report.ask<string[]>('reachable()');
      await workbench.webview().locator('h1').click();
      const walked: string[] = [];
      for (const _ of expected) {
        await workbench.page.keyboard.press('Tab');
        walked.push(await report.ask('focused()'));
      }
      assert.ok(expected.length > 15, `there is something to walk: ${expected.length}`);
      const strays = walked.flatMap((name, at) =>
        name === expected[at] ? [] : [`${at}: ${name}, not ${expected[at]}`],
      );
      assert.deepEqual(strays, []);
    },
    'does what its buttons say, by the keyboard': async ({ workbench, workspace, screenshot }) => {
      const page = workbench.webview();
      await page.locator('[data-key="action-block-publisher"]').focus();
      await workbench.page.keyboard.press('Enter');
      await workbench.answer('copies the work of others');
      const policy = () => readFileSync(join(workspace, 'model-trust.yaml'), 'utf8');
      await page.locator('#told', { hasText: 'Open-OSS is blocked in model-trust.yaml.' }).waitFor();
      assert.match(policy(), /blocked:\n {2}- publisher: Open-OSS\n {4}reason: copies the work of others\n {4}date: /);
      await page.locator('#evidence', { hasText: 'blocked-by-policy' }).waitFor();
      await workbench.page.locator('.tab', { hasText: 'model-trust.yaml' }).first().waitFor();
      assert.equal(await page.locator('[data-key="action-pin"], [data-key^="action-approve"]').count(), 0);
      await screenshot('blocked');
    },
    'shows each place with the intended id, all ticked, changes them, and says so': async ({
      workbench,
      workspace,
      screenshot,
    }) => {
      await workbench.command('Model Trust: Scan Workspace');
      const page = workbench.webview();
      await page.locator('#uses', { hasText: 'filter.py:3' }).waitFor({ timeout: 60_000 });
      const file = () => readFileSync(join(workspace, 'filter.py'), 'utf8');
      const replace = async () => {
        await page.locator('[data-key="action-replace"]').focus();
        await workbench.page.keyboard.press('Enter');
        const list = workbench.page.locator('.quick-input-widget');
        await list.getByText('filter.py:3').first().waitFor();
        return list;
      };
      await replace();
      await screenshot('listed');
      assert.match(file(), /Open-OSS/);
      await workbench.page.keyboard.press('Escape');
      await page.locator('#told', { hasText: 'Nothing was changed.' }).waitFor();
      assert.match(file(), /Open-OSS/);
      const list = await replace();
      await list.getByRole('button', { name: 'OK' }).click();
      await page.locator('#told', { hasText: /places? w(?:as|ere) changed in \d+ files?\./ }).waitFor();
      await workbench.command('File: Save All Files');
      assert.doesNotMatch(file(), /Open-OSS/);
    },
    'shows what strangers write as words, whatever they write': async ({ workbench }) => {
      const report = new ReportPage(workbench);
      const states = payloads.map((words, at) => ({
        subject: { id: `${at} ${words}`.slice(0, 400), kind: 'model' },
        report: strangeReport(words),
        waiting: words,
        problem: words,
        actions: [{ action: 'replace', label: `Replace by ${words}`, unavailable: words }],
      }));
      assert.ok(states.length >= 200);
      assert.deepEqual(await report.ask(`strangers(${JSON.stringify(states)})`), []);
    },
    'paints a report that is known within the blink of an eye': async ({ workbench }) => {
      const report = new ReportPage(workbench);
      await workbench.page.evaluate(
        `addEventListener('keydown', e => { if (e.key === 'Enter') pressed = performance.timeOrigin + e.timeStamp; }, true)`,
      );
      const measure = async (id: string): Promise<number> => {
        await report.open(id);
        const pressed = (await workbench.page.evaluate('pressed')) as number;
        return Math.round((await report.ask<number>(`paintedAfter(${pressed})`)) - pressed);
      };
      const again: number[] = [];
      for (const id of ['openai', 'Open-OSS', 'openai', 'Open-OSS']) again.push(await measure(`${id}/privacy-filter`));
      const anew: number[] = [];
      for (let round = 0; round < 3; round++) {
        await workbench.command('View: Close All Editors');
        anew.push(await measure('Open-OSS/privacy-filter'));
      }
      const told = `${again.join(', ')} ms in an open panel, ${anew.join(', ')} ms in a new one`;
      console.log(`    first paint of a known report: ${told}`);
      // On a machine that is busy with other things this measures the other things.
      if (loadavg()[0]! < cpus().length) assert.ok(Math.min(...again, ...anew) <= FIRST_PAINT_MS, told);
    },
  },
};
