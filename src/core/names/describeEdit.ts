/** Plain optimal-string-alignment distance, in characters, and how the typed text differs, in words. */
export interface Edit {
  readonly distance: number;
  readonly words: string;
}

type Step =
  | { readonly kind: 'missing' | 'extra' | 'doubled'; readonly char: string }
  | { readonly kind: 'swapped' | 'replaced'; readonly typed: string; readonly meant: string };

const CHAR_NAMES: Readonly<Record<string, string>> = {
  '-': 'hyphen',
  _: 'underscore',
  '.': 'dot',
  '0': 'zero',
  '1': 'one',
};

/** Letter groups that look like one letter. */
const LIGATURES: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
];

/** Describes `typed` as an edit of `meant`: `a missing h`, `a capital I in place of l`. Case is no edit. */
export function describeEdit(typed: string, meant: string): Edit {
  const { distance, steps } = align(typed, meant);
  const same = (a: string, b: string) => strip(a) === strip(b);
  if (distance === 0) return { distance, words: 'only the case' };
  if (same(typed, meant)) return { distance, words: 'only punctuation' };
  const ligature = LIGATURES.flatMap(([group, letter]) => [
    { typed: group, meant: letter },
    { typed: letter, meant: group },
  ]).find(
    pair =>
      typed.toLowerCase().includes(pair.typed) &&
      typed.toLowerCase().split(pair.typed).join(pair.meant) === meant.toLowerCase(),
  );
  if (ligature) return { distance, words: `${ligature.typed} in place of ${ligature.meant}` };
  return { distance, words: listed(mergeRepeats(steps.map(inWords))) };
}

function inWords(step: Step): string {
  switch (step.kind) {
    case 'missing':
      return `a missing ${charName(step.char)}`;
    case 'extra':
      return `an extra ${charName(step.char)}`;
    case 'doubled':
      return `a doubled ${charName(step.char)}`;
    case 'swapped':
      return `${step.meant} written as ${step.typed}`;
    case 'replaced':
      return `${withArticle(step.typed, step.meant)} in place of ${charName(step.meant)}`;
  }
}

function withArticle(char: string, meant: string): string {
  if (char === 'I' && /[l1|]/i.test(meant)) return 'a capital I';
  if (char === 'O' && meant === '0') return 'a capital O';
  if (char === 'l' && /[iI1]/.test(meant)) return 'a small l';
  const name = charName(char);
  return `${/^(?:[aefhilmnorsx8]$|one\b|under)/i.test(name) && name !== 'one' ? 'an' : 'a'} ${name}`;
}

function charName(char: string): string {
  return CHAR_NAMES[char] ?? char;
}

function mergeRepeats(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => (count > 1 ? `${word} (${count} times)` : word));
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function strip(text: string): string {
  return text.toLowerCase().replace(/[-_.]/g, '');
}

function align(typed: string, meant: string): { distance: number; steps: Step[] } {
  const a = typed.toLowerCase();
  const b = meant.toLowerCase();
  const width = b.length + 1;
  const cost = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => cost[i * width + j]!;
  const swapped = (i: number, j: number) => i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      let best = i === 0 ? j : j === 0 ? i : at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      if (i > 0 && j > 0) best = Math.min(best, at(i - 1, j) + 1, at(i, j - 1) + 1);
      if (swapped(i, j)) best = Math.min(best, at(i - 2, j - 2) + 1);
      cost[i * width + j] = best;
    }
  }
  const steps: Step[] = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    if (i > 0 && j > 0 && a[i - 1] === b[j - 1] && at(i, j) === at(i - 1, j - 1)) {
      i--;
      j--;
    } else if (swapped(i, j) && at(i, j) === at(i - 2, j - 2) + 1) {
      steps.unshift({ kind: 'swapped', typed: typed.slice(i - 2, i), meant: meant.slice(j - 2, j) });
      i -= 2;
      j -= 2;
    } else if (i > 0 && at(i, j) === at(i - 1, j) + 1) {
      const char = typed[i - 1]!;
      const doubled = a[i - 2] === a[i - 1] || a[i] === a[i - 1];
      steps.unshift({ kind: doubled ? 'doubled' : 'extra', char });
      i--;
    } else if (j > 0 && at(i, j) === at(i, j - 1) + 1) {
      steps.unshift({ kind: 'missing', char: meant[j - 1]! });
      j--;
    } else {
      steps.unshift({ kind: 'replaced', typed: typed[i - 1]!, meant: meant[j - 1]! });
      i--;
      j--;
    }
  }
  return { distance: at(a.length, b.length), steps };
}
