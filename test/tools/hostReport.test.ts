import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HostReport } from '../editor/host/run.ts';
import { judge } from '../editor/hostSuite.ts';
import { hasPassed } from '../editor/results.ts';

const passed = { title: 'a test', state: 'passed', ms: 1 } as const;
const failed = { title: 'another', state: 'failed', ms: 1, error: 'no' } as const;

describe('the report of the host suite', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'host-report-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const judged = (report: HostReport | undefined, exit: string) => {
    const file = join(folder, 'report.json');
    if (report) writeFileSync(file, JSON.stringify(report));
    return judge(file, exit);
  };

  it.each([
    ['never began', undefined, 'exit code 1', 'The host suite never began: exit code 1.'],
    [
      'crashed, which VS Code tells as code 0',
      { tests: [passed], running: 'another', finished: false },
      'exit code 0',
      'The host suite ended early: exit code 0 during "another".',
    ],
    ['ran nothing', { tests: [], running: null, finished: true }, 'exit code 0', 'The host suite ran no test.'],
    [
      'failed beside its tests',
      { tests: [passed], running: null, finished: true },
      'exit code 1',
      'All tests passed, yet the host ended with exit code 1.',
    ],
  ])('is broken when it %s', (_, report, exit, broken) => {
    const result = judged(report, exit);
    expect(result.broken).toBe(broken);
    expect(hasPassed(result)).toBe(false);
  });

  it('stands when every test was run to its end', () => {
    const result = judged({ tests: [passed], running: null, finished: true }, 'exit code 0');
    expect(result).toEqual({ suite: 'host', tests: [passed] });
    expect(hasPassed(result)).toBe(true);
  });

  it('has not passed with a failed test in it', () => {
    const result = judged({ tests: [passed, failed], running: null, finished: true }, 'exit code 1');
    expect(result.broken).toBeUndefined();
    expect(hasPassed(result)).toBe(false);
  });
});
