import type { Excerpt } from '../../text/excerpt.ts';
import {
  BOOLEAN_FLAGS,
  CODE_REVISION_FLAGS,
  COMMANDS,
  type CommandArgument,
  type CommandLoader,
  KIND_FLAGS,
  REVISION_FLAGS,
  TRUST_FLAGS,
} from '../catalogue/commands.ts';
import { absent, type Reference, type RepoKind, type Stated } from '../reference.ts';
import type { Command, Word } from './scan.ts';

/** A word of a command line in the place of an id. */
export interface CommandId {
  readonly argument: CommandArgument;
  readonly word: Word;
  /** The id's part of the word: behind `=` in `--model=org/name`. */
  readonly value: Excerpt;
  readonly api: string;
  readonly stated: Pick<Reference, 'revision' | 'codeRevision' | 'trustRemoteCode'>;
}

const PREPARED = COMMANDS.map(row => ({ row, words: row.words.map(word => new RegExp(`^(?:${word})$`)) }));

/** Every place of an id on the command line, by the first row of the table that the command is. */
export function commandIds(command: Command): CommandId[] {
  const texts = command.words.map(word => word.excerpt.text);
  for (const { row, words } of PREPARED) {
    const start = texts.findIndex((_, at) => words.every((word, index) => word.test(texts[at + index] ?? '')));
    if (start >= 0) return idsOf(row, command.words, start + words.length, texts[start]!);
  }
  return [];
}

function idsOf(row: CommandLoader, words: readonly Word[], from: number, program: string): CommandId[] {
  const options = readOptions(words, from);
  const stated = statedBy(options);
  const kind = kindOf(options);
  const api = apiOf(row, words, from, program);
  const found: CommandId[] = [];
  for (const { flag, value, word } of options.flags) {
    const argument = Object.hasOwn(row.flags, flag) ? row.flags[flag] : undefined;
    if (argument && value) found.push({ argument, word, value, api: `${api} ${flag}`, stated });
  }
  const at = row.positional;
  const word = at && options.positionals[at.at];
  if (at && word) found.push({ argument: kind ? { ...at, kind } : at, word, value: word.excerpt, api, stated });
  return found;
}

/** `hf download`, `vllm serve`: the words of the row as they were typed. */
function apiOf(row: CommandLoader, words: readonly Word[], from: number, program: string): string {
  const typed = words.slice(from - row.words.length, from).map(word => word.excerpt.text);
  return typed.length > 0 ? [program.split('/').at(-1)!, ...typed.slice(1)].join(' ') : program;
}

interface Options {
  readonly flags: readonly { readonly flag: string; readonly word: Word; readonly value?: Excerpt }[];
  readonly positionals: readonly Word[];
}

function readOptions(words: readonly Word[], from: number): Options {
  const flags: { flag: string; word: Word; value?: Excerpt }[] = [];
  const positionals: Word[] = [];
  for (let i = from; i < words.length; i++) {
    const word = words[i]!;
    const { text } = word.excerpt;
    if (!/^--?[\w]/.test(text)) {
      positionals.push(word);
      continue;
    }
    const equals = text.indexOf('=');
    if (equals > 0) {
      flags.push({ flag: text.slice(0, equals), word, value: word.excerpt.slice(equals + 1) });
      continue;
    }
    const next = words[i + 1];
    const takesNext = next !== undefined && !/^--?[a-zA-Z]/.test(next.excerpt.text) && !BOOLEAN_FLAGS.has(text);
    flags.push({ flag: text, word: takesNext ? next : word, ...(takesNext && { value: next.excerpt }) });
    const isTruth = next !== undefined && TRUST_FLAGS.includes(text) && /^(?:true|false|1|0)$/i.test(next.excerpt.text);
    if (isTruth) flags[flags.length - 1] = { flag: text, word: next, value: next.excerpt };
    if (takesNext || isTruth) i++;
  }
  return { flags, positionals };
}

function statedBy({ flags }: Options): CommandId['stated'] {
  return {
    revision: textOf(flags, REVISION_FLAGS),
    codeRevision: textOf(flags, CODE_REVISION_FLAGS),
    trustRemoteCode: trustOf(flags),
  };
}

function textOf(flags: Options['flags'], names: readonly string[]): Stated<string> {
  const option = flags.find(each => names.includes(each.flag));
  if (!option?.value) return absent;
  const { text } = option.value;
  const span = option.value.toOuter({ start: 0, end: text.length });
  return option.word.variable !== undefined || text.includes('{')
    ? { state: 'unknown', span }
    : { state: 'known', value: text, span };
}

function trustOf(flags: Options['flags']): Stated<boolean> {
  const option = flags.find(each => TRUST_FLAGS.includes(each.flag));
  if (!option) return absent;
  const text = option.value?.text.toLowerCase() ?? 'true';
  const span = option.word.span;
  if (/^(?:true|1|yes)$/.test(text)) return { state: 'known', value: true, span };
  return /^(?:false|0|no)$/.test(text) ? { state: 'known', value: false, span } : { state: 'unknown', span };
}

function kindOf({ flags }: Options): RepoKind | undefined {
  const text = flags.find(each => KIND_FLAGS.includes(each.flag))?.value?.text;
  return text === 'model' || text === 'dataset' || text === 'space' ? text : undefined;
}
