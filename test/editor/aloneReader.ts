import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';

/** A page as somebody reads it who got it by mail, and has no network. */
export interface ReadAlone {
  /** Everything besides the file itself that it asked for. */
  readonly asked: readonly string[];
  /** What the browser had to complain about. */
  readonly complaints: readonly string[];
  readonly text: string;
  readonly pictures: number;
}

export async function readAlone(beside: Page, file: string): Promise<ReadAlone> {
  const context = await beside.context().browser()!.newContext({ offline: true });
  try {
    const page = await context.newPage();
    const address = pathToFileURL(file).href;
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', request => request.url() !== address && asked.push(request.url()));
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(address, { waitUntil: 'load' });
    const pictures = page.locator('svg[role="img"]');
    return { asked, complaints, text: await page.locator('body').innerText(), pictures: await pictures.count() };
  } finally {
    await context.close();
  }
}
