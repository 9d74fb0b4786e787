import assert from 'node:assert/strict';
import { ReportPage } from '../reportPage.ts';
import type { UiSpec } from '../uiSpec.ts';

const THEMES = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'dark-contrast': 'Dark High Contrast',
  'light-contrast': 'Light High Contrast',
} as const;

const REPOS = { fake: 'Open-OSS/privacy-filter', real: 'openai/privacy-filter' } as const;
const UNKNOWN = 'quiet-lab/never-heard-of';

const WIDTHS = { narrow: 400, wide: 900 } as const;
/** As much of the report as a picture can hold. */
const HEIGHT = 2600;

type Test = UiSpec['tests'][string];

const turnTo =
  (title: string): Test =>
  async ({ workbench }) => {
    // By its keys: the list of commands has others of nearly the same name above it.
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+T');
    await workbench.pick(title);
  };

const show =
  (name: string, id: string): Test =>
  async ({ workbench, screenshot }) => {
    const report = new ReportPage(workbench);
    await report.open(id);
    for (const [width, pixels] of Object.entries(WIDTHS)) {
      await report.resizeTo(pixels, HEIGHT);
      await screenshot(`${name}-${width}`);
      await report.assertTidy();
    }
    assert.deepEqual(await report.violations(), []);
  };

export const spec: UiSpec = {
  hub: true,
  file: 'requirements.txt',
  tests: {
    ...Object.fromEntries(
      Object.entries(THEMES).flatMap(([theme, title]) => [
        [`turns to ${title}`, turnTo(title)] as const,
        ...Object.entries(REPOS).map(
          ([name, id]) =>
            [`shows ${id} in ${title}, and axe-core finds nothing`, show(`${name}-${theme}`, id)] as const,
        ),
      ]),
    ),
    'says of an unknown id without a network what it does not know': async ({ workbench, hub, screenshot }) => {
      await hub!.down();
      const report = new ReportPage(workbench);
      await report.open(UNKNOWN);
      await workbench.webview().locator('#verdict', { hasText: 'unknown' }).waitFor();
      for (const [width, pixels] of Object.entries(WIDTHS)) {
        await report.resizeTo(pixels, HEIGHT);
        await screenshot(`unknown-${width}`);
        await report.assertTidy();
      }
      assert.deepEqual(await report.violations(), []);
      await hub!.up();
    },
  },
};
