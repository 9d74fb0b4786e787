import { keyNeighbours } from '../../src/core/names/editCost.ts';

/** A generated imitation and what it imitates. */
export interface Squat {
  readonly id: string;
  readonly meant: string;
  readonly kind: string;
}

export interface SeedPublisher {
  readonly name: string;
  /** Names of its repos. */
  readonly repos: readonly string[];
}

export type Random = () => number;

/** A small seeded generator (mulberry32): the same seed, the same squats, on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, items: readonly T[]): T | undefined {
  return items[Math.floor(random() * items.length)];
}

const NEIGHBOURS = new Map<string, string[]>();
for (const [a, b] of keyNeighbours()) {
  NEIGHBOURS.set(a, [...(NEIGHBOURS.get(a) ?? []), b]);
  NEIGHBOURS.set(b, [...(NEIGHBOURS.get(b) ?? []), a]);
}
const LEET: Readonly<Record<string, string>> = {
  o: '0',
  i: '1',
  l: '1',
  e: '3',
  a: '4',
  s: '5',
  t: '7',
  b: '8',
  g: '9',
};
const HOMOGLYPHS: Readonly<Record<string, string>> = {
  o: '0',
  l: 'I',
  i: 'l',
  I: 'l',
  O: '0',
  m: 'rn',
  w: 'vv',
  '0': 'O',
  '1': 'l',
};
const HUNG_ON = [
  'official',
  'ai',
  'hf',
  'models',
  'team',
  'org',
  'labs',
  'research',
  'community',
  'hub',
  'llama',
  'gguf',
  'real',
  'inc',
];

/** Words that the rules have no list of. */
const OTHER_WORDS = 'zephyr vault asia works fan core atlas nova garden bridge prime delta lumen depot north'.split(
  ' ',
);

type Operator = (name: string, random: Random) => string | undefined;

/** Every class of publisher imitation that the rules are meant to see. */
export const PUBLISHER_OPERATORS: Readonly<Record<string, Operator>> = {
  omission: (name, random) => edit(name, letters(name), random, (at, i) => cut(at, i, 1, '')),
  doubling: (name, random) => edit(name, letters(name), random, (at, i) => cut(at, i, 1, at[i]! + at[i]!)),
  transposition: (name, random) =>
    edit(
      name,
      letters(name).filter(i => /[a-z]/i.test(name[i + 1] ?? '')),
      random,
      (at, i) => cut(at, i, 2, at[i + 1]! + at[i]!),
    ),
  keyboard: (name, random) =>
    edit(name, letters(name), random, (at, i) =>
      cut(at, i, 1, pick(random, NEIGHBOURS.get(at[i]!.toLowerCase()) ?? []) ?? at[i]!),
    ),
  vowel: (name, random) =>
    edit(name, places(name, /[aeiou]/i), random, (at, i) => cut(at, i, 1, pick(random, [...'aeiou'])!)),
  insertion: (name, random) =>
    edit(name, letters(name), random, (at, i) => cut(at, i, 0, pick(random, [...'abcdefghijklmnopqrstuvwxyz'])!)),
  replacement: (name, random) =>
    edit(name, letters(name), random, (at, i) => cut(at, i, 1, pick(random, [...'abcdefghijklmnopqrstuvwxyz'])!)),
  plural: name => (/[a-z]$/i.test(name) ? `${name}s` : undefined),
  homoglyph: (name, random) =>
    edit(name, places(name, /[oliIOmw01]/), random, (at, i) => cut(at, i, 1, HOMOGLYPHS[at[i]!]!)),
  leet: (name, random) =>
    edit(name, places(name, /[oileastbg]/i), random, (at, i) => cut(at, i, 1, LEET[at[i]!.toLowerCase()]!)),
  separator: (name, random) => separatorChanged(name, random),
  order: name => {
    const words = name.split(/[-_.]/);
    return words.length < 2 ? undefined : words.reverse().join(name.match(/[-_.]/)![0]);
  },
  'hung on': (name, random) => {
    const word = pick(random, HUNG_ON)!;
    const joint = pick(random, ['-', '-', '_', ''])!;
    return random() < 0.75 ? `${name}${joint}${word}` : `${word}${joint}${name}`;
  },
  'other word hung on': (name, random) => {
    const word = pick(random, OTHER_WORDS)!;
    return random() < 0.75 ? `${name}${pick(random, ['-', '_', ''])}${word}` : `${word}-${name}`;
  },
  'number hung on': (name, random) => `${name}${pick(random, ['-', ''])}${1 + Math.floor(random() * 2030)}`,
  'two slips': (name, random) => {
    if (name.length < 9) return undefined;
    const [first, second] = [pick(random, SLIPS)!, pick(random, SLIPS)!];
    const once = PUBLISHER_OPERATORS[first]!(name, random);
    return once && PUBLISHER_OPERATORS[second]!(once, random);
  },
};
const SLIPS = ['omission', 'doubling', 'transposition', 'keyboard', 'vowel'];

const NEW_NAMES = [
  'custom-code',
  'new-model-7b',
  'assistant-v2',
  'demo',
  'chat-turbo',
  'reasoner-large',
  'vision-pro',
  'tts-mini',
];

/** One squat a publisher and class, with a copied name and with a new one; none that is itself a known publisher. */
export function publisherSquats(
  publishers: readonly SeedPublisher[],
  isKnown: (publisher: string) => boolean,
  random: Random,
): { copied: Squat[]; fresh: Squat[] } {
  const copied: Squat[] = [];
  const fresh: Squat[] = [];
  for (const publisher of publishers) {
    for (const [kind, operator] of Object.entries(PUBLISHER_OPERATORS)) {
      const squat = operator(publisher.name, random);
      const valid = squat !== undefined && /^[a-z\d][\w.-]*[a-z\d]$/i.test(squat) && !/--|\.\./.test(squat);
      if (!valid || squat.toLowerCase() === publisher.name.toLowerCase() || isKnown(squat)) continue;
      copied.push({ id: `${squat}/${pick(random, publisher.repos)}`, meant: publisher.name, kind });
      fresh.push({ id: `${squat}/${pick(random, NEW_NAMES)}`, meant: publisher.name, kind });
    }
  }
  return { copied, fresh };
}

/** Slips in one long word of a repo's name, under its own publisher. */
export function nameSlips(
  publishers: readonly SeedPublisher[],
  isListed: (id: string) => boolean,
  random: Random,
): Squat[] {
  return publishers.flatMap(publisher =>
    (['omission', 'doubling', 'transposition', 'keyboard'] as const).flatMap(kind => {
      const repo = pick(random, publisher.repos)!;
      const words = [...repo.matchAll(/[a-z]{6,}/gi)];
      const word = pick(random, words);
      if (!word) return [];
      const slip = PUBLISHER_OPERATORS[kind]!(word[0], random);
      if (!slip) return [];
      const id = `${publisher.name}/${cut(repo, word.index, word[0].length, slip)}`;
      return isListed(id) ? [] : [{ id, meant: `${publisher.name}/${repo}`, kind }];
    }),
  );
}

/** Other versions, sizes and formats of listed repos, under their own publisher: honest until proven otherwise. */
export function versionBumps(
  publishers: readonly SeedPublisher[],
  isListed: (id: string) => boolean,
  random: Random,
): string[] {
  const bumps = publishers.flatMap(publisher => {
    const repo = pick(
      random,
      publisher.repos.filter(name => /\d/.test(name)),
    );
    if (!repo) return [];
    const at = pick(random, [...repo.matchAll(/\d+/g)])!;
    const other = cut(repo, at.index, at[0].length, String(Number(at[0]) + 1 + Math.floor(random() * 3)));
    const dotted = repo.replace(/(\d)\.(\d)/, random() < 0.5 ? '$1$2' : '$1_$2');
    const undotted = repo.replace(/(\d)(\d)/, '$1.$2');
    return [other, ...(random() < 0.15 ? [dotted, undotted] : [])].map(name => `${publisher.name}/${name}`);
  });
  return [...new Set(bumps)].filter(id => !isListed(id));
}

function separatorChanged(name: string, random: Random): string | undefined {
  const at = places(name, /[-_.]/);
  if (at.length > 0)
    return edit(name, at, random, (text, i) =>
      cut(text, i, 1, pick(random, text[i] === '-' ? ['', '_', '.'] : ['', '-'])!),
    );
  const inside = places(name, /[a-z\d]/i).slice(2, -1);
  const capital = inside.filter(i => /[A-Z]/.test(name[i]!) && /[a-z]/.test(name[i - 1]!));
  return edit(name, capital.length > 0 ? capital : inside, random, (text, i) =>
    cut(text, i, 0, pick(random, ['-', '_'])!),
  );
}

function edit(
  name: string,
  at: readonly number[],
  random: Random,
  change: (name: string, i: number) => string,
): string | undefined {
  const i = pick(random, at);
  return i === undefined ? undefined : change(name, i);
}

function letters(name: string): number[] {
  return places(name, /[a-z]/i);
}

function places(name: string, wanted: RegExp): number[] {
  return [...name].flatMap((char, i) => (wanted.test(char) ? [i] : []));
}

function cut(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}
