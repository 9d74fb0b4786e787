import { expect, it } from 'vitest';
import { sayChange } from '../../../src/core/reports/changeWords.ts';

it.each([
  [{ places: 0, files: 0, moved: 0 }, 'Nothing was changed.'],
  [{ places: 1, files: 1, moved: 0 }, '1 place was changed in 1 file.'],
  [
    { places: 3, files: 2, moved: 1 },
    '3 places were changed in 2 files. 1 place has changed meanwhile and stays as it is: scan again to see.',
  ],
  [
    { places: 0, files: 0, moved: 2 },
    'Nothing was changed. 2 places have changed meanwhile and stay as they are: scan again to see.',
  ],
])('says what came of a change: %j', (outcome, words) => expect(sayChange(outcome)).toBe(words));
