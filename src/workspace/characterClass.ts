/** POSIX names for ASCII, as wildmatch in git knows them. */
const NAMED_CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\x00-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[\x21-\x7e]/,
  lower: /[a-z]/,
  print: /[\x20-\x7e]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\v\f\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

export interface CharacterClass {
  readonly matches: (character: string) => boolean;
  readonly end: number;
}

/** Reads `a-z_]` from behind its opening bracket; `undefined` when nothing closes it. */
export function readCharacterClass(text: string, start: number, ignoreCase: boolean): CharacterClass | undefined {
  let i = start;
  const negated = text[i] === '!' || text[i] === '^';
  if (negated) i++;
  const members: ((character: string) => boolean)[] = [];
  for (let first = true; ; first = false) {
    let low = text[i];
    if (low === undefined) return undefined;
    if (low === ']' && !first) break;
    const name = /^\[:([a-z]*):\]/.exec(text.slice(i, i + 12));
    if (name) {
      const named = NAMED_CLASSES[name[1]!];
      if (!named) return undefined;
      members.push(character => named.test(character));
      i += name[0].length;
      continue;
    }
    if (low === '\\') low = text[++i];
    if (low === undefined) return undefined;
    i++;
    let high = low;
    if (text[i] === '-' && text[i + 1] !== undefined && text[i + 1] !== ']') {
      high = text[i + 1] === '\\' ? (text[i + 2] ?? '') : text[i + 1]!;
      i += text[i + 1] === '\\' ? 3 : 2;
    }
    const [from, to] = [low, high];
    members.push(character => from <= character && character <= to);
  }
  const has = (character: string) => members.some(member => member(character));
  const either = (character: string) => has(character.toLowerCase()) || has(character.toUpperCase());
  const matches = ignoreCase ? either : has;
  return { matches: character => matches(character) !== negated, end: i + 1 };
}
