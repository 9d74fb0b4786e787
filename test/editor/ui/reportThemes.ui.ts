import assert from 'node:assert/strict';
import { machineSettings } from '../../demo/demoHub.ts';
import { startReplayHub } from '../../hub/replay/replayHub.ts';
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
const MIRRORED = 'openai-community/gpt2';

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

/** The report that is open, at every width; what is drawn of it is the same in every theme, and tidy. */
const look =
  (name: string): Test =>
  async ({ workbench, screenshot }) => {
    const report = new ReportPage(workbench);
    for (const [width, pixels] of Object.entries(WIDTHS)) {
      await report.resizeTo(pixels, HEIGHT);
      await screenshot(`${name}-${width}`);
      await report.assertTidy();
    }
    assert.deepEqual(await report.violations(), []);
  };

const show =
  (name: string, id: string): Test =>
  async scene => {
    await new ReportPage(scene.workbench).open(id);
    await look(name)(scene);
  };

const inEveryTheme = (of: (theme: string, title: string) => Record<string, Test>): Record<string, Test> =>
  Object.assign(
    {},
    ...Object.entries(THEMES).map(([theme, title]) => ({ [`turns to ${title}`]: turnTo(title), ...of(theme, title) })),
  );

/** A test of that name, after which what is open is looked at in every theme. */
const openedIn =
  (name: string, open: Test): Test =>
  async scene => {
    await open(scene);
    for (const [theme, title] of Object.entries(THEMES)) {
      await turnTo(title)(scene);
      await look(`${name}-${theme}`)(scene);
    }
  };

export const spec: UiSpec = {
  hub: true,
  file: 'requirements.txt',
  tests: {
    ...inEveryTheme((theme, title) =>
      Object.fromEntries(
        Object.entries(REPOS).map(([name, id]) => [
          `shows ${id} in ${title}, and axe-core finds nothing`,
          show(`${name}-${theme}`, id),
        ]),
      ),
    ),
    'says of an unknown id without a network what it does not know, in every theme': openedIn(
      'unknown',
      async ({ workbench, hub }) => {
        await hub!.down();
        await new ReportPage(workbench).open(UNKNOWN);
        await workbench.webview().locator('#verdict', { hasText: 'unknown' }).waitFor();
        await hub!.up();
      },
    ),
    "says of a mirror's repo what the mirror does not tell, in every theme": async scene => {
      const mirror = await startReplayHub({ face: 'csghub', scenarios: ['basics'] });
      try {
        await openedIn('mirror', async ({ workbench, machine }) => {
          machine(machineSettings(mirror));
          await new ReportPage(workbench).open(MIRRORED);
          await workbench
            .webview()
            .locator('#files', { hasText: new URL(mirror.url).host })
            .waitFor({ timeout: 60_000 });
          await workbench.webview().locator('#publisher', { hasText: 'nothing there' }).waitFor();
        })(scene);
      } finally {
        await mirror.stop();
      }
    },
  },
};
