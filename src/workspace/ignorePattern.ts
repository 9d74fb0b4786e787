import { readCharacterClass } from './characterClass.ts';

/**
 * One line of a `.gitignore`. Matching is greedy with a single point of return per level instead of a regular
 * expression: a stranger's pattern such as `*a*a*a*a*b` must not be able to stop us.
 */
export interface IgnorePattern {
  /** `!keep.me` */
  readonly negated: boolean;
  /** `build/` */
  readonly directoryOnly: boolean;
  /** Without a slash inside, a pattern matches the last segment at any depth. */
  readonly anyDepth: boolean;
  readonly segments: readonly Segment[];
}

type Segment = typeof ANY_SEGMENTS | readonly Token[];
type Token = typeof STAR | ((character: string) => boolean);

const ANY_SEGMENTS = '**';
const STAR = '*';

/** Reads one line as git does (gitignore(5)); `undefined` for comments, blank lines and patterns that can never match. */
export function readIgnorePattern(line: string, ignoreCase = false): IgnorePattern | undefined {
  let rest = withoutTrailingSpaces(line);
  if (rest === '' || rest.startsWith('#')) return undefined;
  const negated = rest.startsWith('!');
  if (negated) rest = rest.slice(1);
  const directoryOnly = rest.endsWith('/');
  if (directoryOnly) rest = rest.slice(0, -1);
  const anyDepth = !rest.includes('/');
  if (rest.startsWith('/')) rest = rest.slice(1);
  const segments = readSegments(rest, ignoreCase, anyDepth);
  return segments && { negated, directoryOnly, anyDepth, segments };
}

/** Does the pattern match this path, relative to the folder of the pattern's file? Says nothing of the folders above the path. */
export function matchesPattern(pattern: IgnorePattern, path: readonly string[], isDirectory: boolean): boolean {
  if (pattern.directoryOnly && !isDirectory) return false;
  return greedy(
    pattern.segments,
    pattern.anyDepth ? path.slice(-1) : path,
    part => part === ANY_SEGMENTS,
    (part, name) => part !== ANY_SEGMENTS && matchesName(part, name),
  );
}

const matchesName = (tokens: readonly Token[], name: string): boolean =>
  greedy(
    tokens,
    name,
    token => token === STAR,
    (token, character) => token !== STAR && token(character),
  );

/** Matches a sequence against a pattern of single parts and wildcards that take any number; time is the product of the lengths. */
function greedy<Part, Item>(
  pattern: readonly Part[],
  items: ArrayLike<Item>,
  isWildcard: (part: Part) => boolean,
  matches: (part: Part, item: Item) => boolean,
): boolean {
  let at = 0;
  let wildcard = -1;
  let resume = 0;
  for (let i = 0; i < items.length; ) {
    const part = pattern[at];
    if (part !== undefined && isWildcard(part)) {
      wildcard = at++;
      resume = i;
    } else if (part !== undefined && matches(part, items[i]!)) {
      at++;
      i++;
    } else if (wildcard >= 0) {
      at = wildcard + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  while (at < pattern.length && isWildcard(pattern[at]!)) at++;
  return at === pattern.length;
}

function readSegments(text: string, ignoreCase: boolean, anyDepth: boolean): Segment[] | undefined {
  const segments: Segment[] = [];
  let tokens: Token[] = [];
  let start = 0;
  const close = (end: number) => {
    segments.push(!anyDepth && text.slice(start, end) === '**' ? ANY_SEGMENTS : tokens);
    tokens = [];
  };
  for (let i = 0; i < text.length; ) {
    const character = text[i]!;
    const escaped = character === '\\' ? text[i + 1] : undefined;
    if (character === '\\' && escaped === undefined) return undefined;
    if (character === '/' || escaped === '/') {
      close(i);
      i += escaped ? 2 : 1;
      start = i;
    } else if (escaped !== undefined) {
      tokens.push(literal(escaped, ignoreCase));
      i += 2;
    } else if (character === '[') {
      const set = readCharacterClass(text, i + 1, ignoreCase);
      if (!set) return undefined;
      tokens.push(set.matches);
      i = set.end;
    } else {
      if (character === '*') tokens.push(STAR);
      else tokens.push(character === '?' ? () => true : literal(character, ignoreCase));
      i++;
    }
  }
  close(text.length);
  // `folder/**` is what lies in the folder, not the folder.
  if (segments.at(-1) === ANY_SEGMENTS) segments.push([STAR]);
  return segments;
}

function literal(character: string, ignoreCase: boolean): (other: string) => boolean {
  if (!ignoreCase) return other => other === character;
  const lower = character.toLowerCase();
  return other => other.toLowerCase() === lower;
}

/** Spaces at the end do not count, unless a backslash keeps them. */
function withoutTrailingSpaces(line: string): string {
  const bare = line.replace(/\r$/, '');
  let end = bare.length;
  while (end > 0 && bare[end - 1] === ' ') end--;
  if (end < bare.length && end > 0 && bare[end - 1] === '\\') {
    let backslashes = 0;
    while (bare[end - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 1) end++;
  }
  return bare.slice(0, end);
}
