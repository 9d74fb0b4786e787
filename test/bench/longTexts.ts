import { randomFrom } from './random.ts';
import { KINDS } from './sourceTree.ts';

/** In bytes: just what a scan still reads. */
const LENGTH = 2 * 1024 * 1024 - 1000;

/** A text of 2 MB of each kind that the generated tree has, with a reference in every twelfth part: file name → text. */
export function* longTexts(): Generator<readonly [name: string, text: string]> {
  for (const [, ending, make] of KINDS) {
    if (ending === '.png' || ending === '.ipynb' || ending === '.json') continue;
    const random = randomFrom(7);
    const parts: string[] = [];
    for (let length = 0, i = 0; length < LENGTH; i++) {
      const part = make(random, i % 12 === 0);
      parts.push(part);
      length += part.length + 1;
    }
    yield [`long${ending}`, parts.join('\n').slice(0, LENGTH)];
  }
}
