import { readFileSync } from 'node:fs';
import { firstPaints } from '../firstPaint.ts';
import { ReportPage } from '../reportPage.ts';
import type { UiSpec } from '../uiSpec.ts';
export const spec: UiSpec = {
  hub: true,
  emptyPanel: true,
  file: 'requirements.txt',
  tests: {
    measures: async ({ workbench }) => {
      const told = await firstPaints(workbench, 5);
      console.log(JSON.stringify(told, null, 1).replace(/\n\s+/g, ' '));
      console.log(await new ReportPage(workbench).ask('marks()'));
    },
  },
};
