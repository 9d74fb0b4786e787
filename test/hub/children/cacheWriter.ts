import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openFactsCache } from '../../../src/hub/factsCache.ts';
import { someFacts } from '../someFacts.ts';

/**
 * Writes the same repos into a cache, over and over: `cacheWriter FOLDER MARK TIMES BYTES [dies]`. Says when it has begun.
 * `dies`: as soon as a file is half written, by the signal that nobody can catch.
 */
const [folder = '', mark = '', times = '1', bytes = '10', dies] = process.argv.slice(2);
const cache = openFactsCache({ folder, endpoint: 'https://huggingface.co' });
// One letter fills the card: a file that two writers mixed would hold two.
const card = mark.repeat(Number(bytes));
/** Half files of those who died before. */
const left = new Set(existsSync(join(folder, 'facts')) ? readdirSync(join(folder, 'facts')) : []);

for (let round = 0; round < Number(times); round++) {
  for (let n = 0; n < 10; n++) {
    const id = `org/model-${n}`;
    await cache.write({ id, kind: 'model' }, someFacts(id, card));
  }
  if (round > 0) continue;
  process.stdout.write('begun\n');
  if (dies) dieInTheMiddle();
}

function dieInTheMiddle(): void {
  const place = join(folder, 'facts');
  const halves = readdirSync(place).filter(name => name.endsWith('.tmp') && statSync(join(place, name)).size > 0);
  if (halves.some(name => !left.has(name))) process.kill(process.pid, 'SIGKILL');
  setImmediate(dieInTheMiddle);
}
