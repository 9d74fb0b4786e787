import { isDigit, isSeparator, MAX_PART_LENGTH } from './idBytes.ts';

/*
 * What it costs to turn one letter into another, in hundredths of an arbitrary edit: the likelier a slip of the finger, or the harder
 * to see, the cheaper. Digits are meaning (a version, a size) and cost two edits, except where they look like a letter.
 * Source of the weights: the operator mix of confirmed registry squats, measured on the generated benchmark (test/bench/names.ts).
 */
const ARBITRARY = 100;
const INSERTED = 80;
const KEY_NEIGHBOUR = 70;
const VOWEL = 60;
const SWAPPED = 50;
const LOOKALIKE = 45;
const DOUBLED = 40;
const SEPARATOR_CHANGED = 25;
const SEPARATOR_INSERTED = 20;
const DIGIT = 200;

/** Pairs that a reader confuses, in lower case: the Hub ignores case, so an i may be shown as I. */
const LOOKALIKES = 'o0 l1 i1 il s5 b8 b6 g9 q9 z2 e3 a4 t7 uv vy nm gq ce'.split(' ');
const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = 'aeiouy';

const substitution = substitutionTable();
const row = [0, 1, 2].map(() => new Int32Array(MAX_PART_LENGTH + 2));
const insertions = new Int32Array(MAX_PART_LENGTH + 2);

/** More than any limit that is asked for. */
export const TOO_FAR = 1_000_000;

/**
 * Weighted optimal-string-alignment distance of two lower-case texts, in hundredths of an edit; {@link TOO_FAR} when it is above `limit`.
 * What they share at both ends is aligned as it stands. Texts longer than {@link MAX_PART_LENGTH} are too far from everything.
 */
export function weightedDistance(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
  limit: number,
): number {
  if (aTo - aFrom > MAX_PART_LENGTH || bTo - bFrom > MAX_PART_LENGTH) return TOO_FAR;
  let from = 0;
  while (aFrom + from < aTo && bFrom + from < bTo && a[aFrom + from] === b[bFrom + from]) from++;
  let end = 0;
  while (aFrom + from < aTo - end && bFrom + from < bTo - end && a[aTo - end - 1] === b[bTo - end - 1]) end++;
  const rows = aTo - aFrom - from - end;
  const columns = bTo - bFrom - from - end;
  // The letter before the first that differs.
  const aBase = aFrom + from - 1;
  const bBase = bFrom + from - 1;
  let [before, above, current] = row as [Int32Array, Int32Array, Int32Array];
  above[0] = 0;
  for (let j = 1; j <= columns; j++) {
    insertions[j] = insertionCost(b, bBase + j, bFrom, bTo);
    above[j] = above[j - 1]! + insertions[j]!;
  }
  for (let i = 1; i <= rows; i++) {
    const x = a[aBase + i]!;
    const dropX = insertionCost(a, aBase + i, aFrom, aTo);
    current[0] = above[0]! + dropX;
    let best = current[0]!;
    for (let j = 1; j <= columns; j++) {
      const y = b[bBase + j]!;
      let cost = above[j - 1]! + (x === y ? 0 : substitution[(x & 127) * 128 + (y & 127)]!);
      const dropped = above[j]! + dropX;
      if (dropped < cost) cost = dropped;
      const added = current[j - 1]! + insertions[j]!;
      if (added < cost) cost = added;
      if (i > 1 && j > 1 && x !== y && x === b[bBase + j - 1] && y === a[aBase + i - 1]) {
        const swapped = before[j - 2]! + (isDigit(x) || isDigit(y) ? DIGIT : SWAPPED);
        if (swapped < cost) cost = swapped;
      }
      current[j] = cost;
      if (cost < best) best = cost;
    }
    // A swap may reach back two rows, but never for less than the cheapest cell of both.
    if (best > limit && i > 1 && minimum(above, columns) > limit) return TOO_FAR;
    [before, above, current] = [above, current, before];
  }
  const distance = above[columns]!;
  return distance <= limit ? distance : TOO_FAR;
}

function minimum(cells: Int32Array, columns: number): number {
  let least = cells[0]!;
  for (let j = 1; j <= columns; j++) if (cells[j]! < least) least = cells[j]!;
  return least;
}

function insertionCost(bytes: Uint8Array, at: number, from: number, to: number): number {
  const byte = bytes[at]!;
  if (isSeparator(byte)) return SEPARATOR_INSERTED;
  if (isDigit(byte)) return DIGIT;
  const doubled = (at > from && bytes[at - 1] === byte) || (at + 1 < to && bytes[at + 1] === byte);
  return doubled ? DOUBLED : INSERTED;
}

function substitutionTable(): Uint8Array {
  const table = new Uint8Array(128 * 128).fill(ARBITRARY);
  const set = (x: string, y: string, cost: number) => {
    for (const [p, q] of [
      [x.charCodeAt(0), y.charCodeAt(0)],
      [y.charCodeAt(0), x.charCodeAt(0)],
    ] as const) {
      table[p * 128 + q] = Math.min(table[p * 128 + q]!, cost);
    }
  };
  for (let digit = 48; digit < 58; digit++) {
    for (let other = 0; other < 128; other++) table[digit * 128 + other] = table[other * 128 + digit] = DIGIT;
  }
  for (const [x, y] of keyNeighbours()) set(x, y, KEY_NEIGHBOUR);
  for (const x of VOWELS) for (const y of VOWELS) if (x !== y) set(x, y, VOWEL);
  for (const pair of LOOKALIKES) set(pair[0]!, pair[1]!, LOOKALIKE);
  for (const x of '-_.') for (const y of '-_.') if (x !== y) set(x, y, SEPARATOR_CHANGED);
  return table;
}

/** Neighbours on a QWERTY keyboard: beside each other, or in the row below at the same place or one to the left. */
export function keyNeighbours(): [string, string][] {
  return KEY_ROWS.flatMap((keys, line) =>
    [...keys].flatMap((key, i) => {
      const below = KEY_ROWS[line + 1] ?? '';
      return [keys[i + 1], below[i], below[i - 1]].flatMap(other => (other ? [[key, other] as [string, string]] : []));
    }),
  );
}
