import { nonAsciiLetters } from '../names/nonAsciiLetters.ts';
import { useOtherRepo } from './intendedId.ts';
import type { Rule } from './rule.ts';
import { WEIGHT } from './weights.ts';

export const nonAsciiId: Rule = {
  id: 'non-ascii-id',
  title: 'A letter that the Hub does not allow',
  depth: ['local'],
  level: 'error',
  asks: "Is there a letter in the id that only looks like one of the Hub's alphabet?",
  why: 'Ids of the Hub are made of ASCII letters, digits, `-`, `_` and `.` alone. A Cyrillic а in place of an a was put there by somebody, or by a careless paste.',
  advice: 'Write the letter anew, and find out where the text came from.',
  source: 'The id grammar of huggingface_hub; confusable letters after Unicode UTS #39.',
  example: 'AutoModel.from_pretrained("metа-llama/Llama-3.1-8B")',
  onReference(reference) {
    const letters = nonAsciiLetters(reference.id);
    if (letters.length === 0) return undefined;
    const named = letters
      .slice(0, 3)
      .map(letter => `${letter.codePoint}${letter.looksLike ? ` (looks like \`${letter.looksLike}\`)` : ''}`)
      .join(', ');
    const intended = [...reference.id]
      .map(char => (char > '\u007f' ? letters.find(letter => letter.char === char)?.looksLike : char))
      .join('');
    const repaired = letters.every(letter => letter.looksLike);
    return {
      severity: 'error',
      message: `\`${reference.id}\` contains ${named}: the Hub allows no such letter, so this is not the repo that it seems to be.`,
      weight: WEIGHT.error,
      ...(repaired ? { target: intended, fixes: [useOtherRepo(reference, intended)] } : {}),
    };
  },
};
