import assert from 'node:assert/strict';
import type { UiSpec } from '../uiSpec.ts';

interface Sight {
  readonly file: string;
  /** Inside the id; line and column from 1. */
  readonly at: readonly [number, number];
  readonly meant: string;
}

/** One typo in each kind of file, and the id that is meant. */
const SIGHTS: Readonly<Record<string, Sight>> = {
  dockerfile: { file: 'Dockerfile', at: [7, 24], meant: 'mistralai/Mistral-7B-Instruct-v0.3' },
  compose: { file: 'compose.yaml', at: [8, 30], meant: 'sentence-transformers/all-MiniLM-L6-v2' },
  tsx: { file: 'web/Search.tsx', at: [4, 20], meant: 'Xenova/all-MiniLM-L6-v2' },
  workflow: { file: '.github/workflows/evaluate.yml', at: [8, 20], meant: 'facebook/opt-125m' },
};

const test =
  (name: string, { file, at, meant }: Sight): UiSpec['tests'][string] =>
  async ({ workbench, screenshot }) => {
    await workbench.openFile(file);
    await workbench.squiggles('warning').first().waitFor({ timeout: 60_000 });
    assert.deepEqual(await workbench.markedLines('warning'), [at[0]]);
    await workbench.hover(...at, 'looks like the well-known publisher');
    await screenshot(`${name}-hover`);
    await workbench.escape();
    const fix = `Use ${meant}`;
    await workbench.quickFixes(...at, fix);
    await screenshot(`${name}-fixes`);
    await workbench.escape();
    await workbench.applyQuickFix(...at, fix);
    await workbench.until('the squiggle is gone', async () => (await workbench.squiggles('warning').count()) === 0);
    await screenshot(`${name}-mended`);
    await workbench.save();
  };

export const spec: UiSpec = {
  file: 'Dockerfile',
  tests: Object.fromEntries(
    Object.entries(SIGHTS).map(([name, sight]) => [`marks, explains and mends a ${name}`, test(name, sight)]),
  ),
};
