import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { payloads } from '../../core/reports/report/payloads.ts';
import { strangeReport } from '../../core/reports/report/strange.ts';
import { readAlone } from '../aloneReader.ts';
import { best, firstPaints } from '../firstPaint.ts';
import { ReportPage } from '../reportPage.ts';
import type { UiSpec } from '../uiSpec.ts';

const CODE = `from transformers import AutoModel

fake = AutoModel.from_pretrained("Open-OSS/privacy-filter")
real = AutoModel.from_pretrained("openai/privacy-filter")
`;

/** Of a report that is known, from the key of the command to its paint: what may come on top of the editor's own time. */
const FIRST_PAINT_MS = 150;

export const spec: UiSpec = {
  hub: true,
  emptyPanel: true,
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
      // Nothing was scanned: the file that is open counts.
      await page.locator('#uses', { hasText: 'filter.py:3' }).waitFor();
      await page.locator('#uses', { hasText: 'Only the open files were searched.' }).waitFor();
      assert.equal(await page.locator('[data-key="action-replace"]').getAttribute('aria-disabled'), null);
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
      await page.locator('[data-key="action-show-decision"]').focus();
      await workbench.page.keyboard.press('Enter');
      const selected = workbench.page.locator('#status\\.editor\\.selection');
      await selected.filter({ hasText: `${'Open-OSS'.length} selected` }).waitFor();
      await screenshot('entry');
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
    'is there again when the window is loaded anew': async ({ workbench, screenshot }) => {
      await workbench.reload();
      await new ReportPage(workbench).shows('Open-OSS/privacy-filter');
      await workbench.webview().locator('#verdict', { hasText: 'dangerous' }).waitFor();
      assert.equal(await workbench.page.locator('iframe.webview.ready').count(), 1);
      await screenshot('restored');
    },
    'saves one file of HTML that needs nothing else': async ({ workbench, workspace }) => {
      const page = workbench.webview();
      await page.locator('[data-key="action-export-html"]').focus();
      await workbench.page.keyboard.press('Enter');
      const name = 'trust-report-Open-OSS-privacy-filter.html';
      const path = workbench.page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-box input');
      await workbench.until('a name is offered', async () => (await path.inputValue()).endsWith(name), 60_000);
      await path.press('Enter');
      await page.locator('#told', { hasText: `Saved as ${name}.` }).waitFor({ timeout: 60_000 });
      const read = await readAlone(workbench.page, join(workspace, name));
      assert.deepEqual(read.asked, []);
      assert.deepEqual(read.complaints, []);
      assert.match(read.text, /Open-OSS\/privacy-filter[\s\S]*dangerous[\s\S]*244,168/);
      assert.ok(read.pictures > 0, 'its pictures are in it');
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
      const { report, empty } = await firstPaints(workbench, 3);
      const say = (words: string, ours: readonly number[], floor: readonly number[]) =>
        `${words}: ${ours.join(', ')} ms; an empty panel ${floor.join(', ')} ms; best above best ${best(ours) - best(floor)} ms`;
      const told = [say('in an open panel', report.open, empty.open), say('in a new panel', report.fresh, empty.fresh)];
      console.log(`    first paint of a known report\n      ${told.join('\n      ')}`);
      // On a machine that is busy with other things this measures the other things.
      if (loadavg()[0]! >= cpus().length) return;
      assert.ok(best(report.open) - best(empty.open) <= FIRST_PAINT_MS, told[0]);
      assert.ok(best(report.fresh) - best(empty.fresh) <= FIRST_PAINT_MS, told[1]);
    },
  },
};
