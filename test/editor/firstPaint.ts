import { ReportPage } from './reportPage.ts';
import type { Workbench } from './workbench.ts';

/** Milliseconds from the key that ends the command to the paint, one for each round. */
export interface FirstPaints {
  /** In a panel that is open already. */
  readonly open: number[];
  /** In a new one. */
  readonly fresh: number[];
}

const REPOS = ['Open-OSS/privacy-filter', 'openai/privacy-filter'] as const;

/** Measures the report and an empty panel by turns, so that both meet the same moods of the machine. */
export async function firstPaints(
  workbench: Workbench,
  rounds: number,
): Promise<{ readonly report: FirstPaints; readonly empty: FirstPaints }> {
  await workbench.page.evaluate(
    `addEventListener('keydown', e => { if (e.key === 'Enter') pressed = performance.timeOrigin + e.timeStamp; }, true)`,
  );
  const page = new ReportPage(workbench);
  const since = async (mark: string): Promise<number> => {
    const pressed = (await workbench.page.evaluate('pressed')) as number;
    return Math.round((await page.ask<number>(`paintedAfter('${mark}', ${pressed})`)) - pressed);
  };
  const report = async (id: string): Promise<number> => {
    await page.open(id);
    return since('model-trust-report');
  };
  const empty = async (words: string): Promise<number> => {
    await workbench.commandWith('Open Empty Panel', words);
    await workbench.webview().locator('h1', { hasText: words }).waitFor();
    return since('empty-panel');
  };
  const measured = { report: { open: [], fresh: [] }, empty: { open: [], fresh: [] } } as {
    report: FirstPaints;
    empty: FirstPaints;
  };
  // What was read once is known; the panels' scripts are compiled.
  for (const id of REPOS) await report(id);
  for (let round = 0; round < rounds; round++) {
    for (const [what, ask] of [
      ['empty', empty],
      ['report', report],
    ] as const) {
      await workbench.command('View: Close All Editors');
      measured[what].fresh.push(await ask(REPOS[0]));
      measured[what].open.push(await ask(REPOS[1]));
    }
  }
  return measured;
}

export const best = (measured: readonly number[]): number => Math.min(...measured);
