import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Workbench } from './workbench.ts';

const SCRIPT = readFileSync(new URL('inPage.js', import.meta.url), 'utf8');

/** The report panel as a user meets it. */
export class ReportPage {
  readonly workbench: Workbench;

  constructor(workbench: Workbench) {
    this.workbench = workbench;
  }

  async open(id: string): Promise<void> {
    await this.workbench.commandWith('Model Trust: Open Report', id);
    await this.shows(id);
  }

  /** Waits until the report of this repo is there, and waits for nothing any more. */
  async shows(id: string): Promise<void> {
    const page = this.workbench.webview();
    await page.locator('h1', { hasText: id }).waitFor({ timeout: 120_000 });
    await page.locator('#limits').waitFor({ timeout: 20_000 });
    await page.locator('.waiting').waitFor({ state: 'detached', timeout: 20_000 });
  }

  /** Asks one of the questions of `inPage.js`. */
  async ask<T>(question: string): Promise<T> {
    const frame = await this.workbench.webviewFrame();
    await frame.evaluate(SCRIPT);
    return (await frame.evaluate(`inPage.${question}`)) as T;
  }

  /** Makes the window so wide that the panel is about so many pixels wide. */
  async resizeTo(width: number, height: number): Promise<void> {
    const { page } = this.workbench;
    for (let tries = 0; tries < 6; tries++) {
      const missing = width - (await this.ask<number>('width()'));
      const now = page.viewportSize()!;
      if (Math.abs(missing) <= 8 && now.height === height) return;
      // The panel has half of the room: what it lacks is missing twice.
      await page.setViewportSize({ width: Math.max(640, now.width + 2 * missing), height });
      await page.waitForTimeout(400);
    }
  }

  /** What axe-core has to say against the page. */
  async violations(): Promise<string[]> {
    const frame = await this.workbench.webviewFrame();
    await frame.evaluate(axe.source);
    const found = (await frame.evaluate('axe.run(document)')) as axe.AxeResults;
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
  }

  /** Nothing is wider than the page, no word is cut, and no box is empty. */
  async assertTidy(): Promise<void> {
    assert.deepEqual(await this.ask('untidy()'), []);
  }
}
