import { expect, test } from 'vitest';
import { GAVE_UP, givingUp } from '../../src/cli/givingUp.ts';
import { type Facts, nothingKnown } from '../../src/core/facts/facts.ts';

const LATE = nothingKnown('no answer in time (no answer within 10 s)');
const CUT = nothingKnown('no connection (ECONNRESET)');
const source = { host: 'huggingface.co', asOf: 0 };
const MISSING: Facts = {
  ...nothingKnown('the repo was not found'),
  repo: { state: 'missing', wording: 'missing', source },
};
const WITHOUT_FILES: Facts = { ...MISSING, files: LATE.files };

async function asked(answers: readonly Facts[], atOnce = 1): Promise<number> {
  let count = 0;
  const lookUp = givingUp<number>(
    async n => {
      count++;
      await new Promise(resolve => setTimeout(resolve, 1));
      return answers[n]!;
    },
    async () => nothingKnown(GAVE_UP),
  );
  const all = answers.map((_, n) => n);
  for (let n = 0; n < all.length; n += atOnce) await Promise.all(all.slice(n, n + atOnce).map(lookUp));
  return count;
}

test.each<[string, Facts[], number, number]>([
  // case, what the Hub does, looked up at once, asked
  ['sound', Array(20).fill(MISSING), 1, 20],
  ['silent, one after another', Array(20).fill(LATE), 1, 4],
  // Three more were begun while the fourth was waited for.
  ['silent, all at once', Array(200).fill(LATE), 200, 7],
  ['silent in parts', Array(20).fill(WITHOUT_FILES), 1, 4],
  ['silent now and then', Array.from({ length: 20 }, (_, n) => (n % 4 === 3 ? MISSING : LATE)), 1, 20],
  ['cut off, which is known at once', Array(20).fill(CUT), 1, 20],
])('%s', async (_case, answers, atOnce, count) => {
  expect(await asked(answers, atOnce)).toBe(count);
});
