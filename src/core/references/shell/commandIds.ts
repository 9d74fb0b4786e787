import type { CommandArgument, CommandLoader } from '../catalogue/commandLoader.ts';
import { COMMANDS } from '../catalogue/commands.ts';
import {
  CODE_REVISION_FLAGS,
  DATASET_REVISION_FLAGS,
  KIND_FLAGS,
  PATH_FLAGS,
  REVISION_FLAGS,
  SAFETENSORS_FLAGS,
  SUBFOLDER_FLAGS,
  TOKENIZER_REVISION_FLAGS,
  TRUST_FLAGS,
  VARIANT_FLAGS,
} from '../catalogue/commandWords.ts';
import { tellingOf } from '../catalogue/tellingNames.ts';
import { DATASET_SETTINGS, MODEL_SETTINGS } from '../catalogue/trainingFlags.ts';
import { absent, type RepoKind, type Statements, unstated } from '../reference.ts';
import type { CommandLine, Option } from './commandLine.ts';
import type { Placed } from './variables.ts';
import { wordFrom } from './words.ts';

/** A word of a command line in the place of an id. */
export interface CommandId {
  readonly argument: CommandArgument;
  /** The id's part of the word: behind `=` in `--model=org/name`. */
  readonly value: Placed;
  /** Where the word as written ends. */
  readonly end: number;
  readonly api: string;
  readonly stated: Statements;
}

const PREPARED = COMMANDS.map(row => ({
  row,
  words: row.words.map(word => new RegExp(`^(?:${word})$`)),
  beside: row.beside === undefined ? undefined : new RegExp(`^(?:${row.beside})$`),
}));

/** A word can be given a flag's value by mistake (`--fast org/name`): more than these are not looked through. */
const LAST_ROW = PREPARED.at(-1)!.row;

/**
 * Every place of an id on the command line, by the first row of the table that the command is. `foreign`: a program
 * whose words are not the Hub's but for the rows that name it.
 */
export function commandIds(line: CommandLine, foreign?: string): CommandId[] {
  const { texts } = line;
  for (const { row, words, beside } of PREPARED) {
    if (foreign !== undefined && row.words[0] !== foreign) continue;
    if (row === LAST_ROW) return idsOf(row, line, 0);
    const start = texts.findIndex((_, at) => words.every((word, index) => word.test(texts[at + index] ?? '')));
    if (start < 0 || (beside && !texts.some(text => beside.test(text)))) continue;
    return idsOf(row, line, start + words.length);
  }
  return [];
}

function idsOf(row: CommandLoader, line: CommandLine, from: number): CommandId[] {
  const { flags, positionals } = line.options(from);
  const kind = kindOf(line, flags);
  const api = apiOf(row, line, from);
  const found: CommandId[] = [];
  const add = (argument: CommandArgument, value: Placed, end: number, by: string) =>
    found.push({ argument, value, end, api: by, stated: statedBy(line, flags, argument) });
  for (const { flag, values, word } of flags) {
    const argument = argumentOf(row, flag);
    if (!argument) continue;
    for (const value of argument.many ? values : values.slice(0, 1)) {
      add(argument, value, Math.max(value.word.span.end, word.span.end), `${api} ${flag}`.trim());
    }
  }
  for (const { placed, text } of positionals) {
    const setting = settingOf(row, text);
    if (setting) add(setting, followed(placed), placed.word.span.end, text.slice(0, text.indexOf('=')));
  }
  const at = row.positional;
  const position = at && positionalOf(row, positionals, flags, at.at);
  if (at && position) add(kind ? { ...at, kind } : at, position, position.word.span.end, api);
  return found;
}

/** `--model.model_name_or_path` is that flag in a group of its own. */
function argumentOf(row: CommandLoader, flag: string): CommandArgument | undefined {
  if (Object.hasOwn(row.flags, flag)) return row.flags[flag];
  const last = /^--[\w.-]+\.([\w-]+)$/.exec(flag)?.[1];
  const name = last && `--${last}`;
  if (name && Object.hasOwn(row.flags, name)) return row.flags[name];
  return row === LAST_ROW || takesSettings(row) ? toldBy(name ?? flag, row) : undefined;
}

/** Does the row stand for scripts of anybody's? */
const takesSettings = (row: CommandLoader): boolean => row.flags['--model_path'] !== undefined;

/** A flag of no table, by what its name tells: `--hf-checkpoint`, `--rerank_model`. */
function toldBy(flag: string, row: CommandLoader): CommandArgument | undefined {
  const telling = flag.startsWith('--') ? tellingOf(flag.slice(2).replaceAll('-', '_')) : undefined;
  if (!telling || (row === LAST_ROW && !telling.sure)) return undefined;
  return { kind: telling.kind, form: 'full', guarded: true, ...(!telling.sure && { shaped: true as const }) };
}

const followed = ({ word, scope }: Placed): Placed => ({
  word: wordFrom(word, word.excerpt.text.indexOf('=') + 1),
  scope,
});

/** `model.path=org/name`, as programs that are set up by Hydra take it. */
function settingOf(row: CommandLoader, text: string): CommandArgument | undefined {
  const key = /^[+~]*([\w.]+\.[\w.]+)=/.exec(text)?.[1];
  if (key === undefined || row === LAST_ROW || !takesSettings(row)) return undefined;
  if (DATASET_SETTINGS.test(key)) return { kind: 'dataset', form: 'split' };
  if (MODEL_SETTINGS.test(key)) return { kind: 'model', form: 'full', guarded: true };
  return toldBy(`--${key.slice(key.lastIndexOf('.') + 1)}`, row);
}

/** The argument that no flag announces; when it seems missing, the word that an unknown switch seemed to take. */
function positionalOf(
  row: CommandLoader,
  positionals: readonly { placed: Placed; text: string }[],
  flags: readonly Option[],
  at: number,
): Placed | undefined {
  const found = positionals[at]?.placed;
  if (found || positionals.length < at) return found;
  const taken = flags.flatMap(({ flag, values, word }) => {
    const isFree = !Object.hasOwn(row.flags, flag) && !PATH_FLAGS.test(flag) && !REVISION_FLAGS.includes(flag);
    const last = values.at(-1);
    return isFree && last && last.word.span.end !== word.span.end && /\//.test(last.word.excerpt.text) ? [last] : [];
  });
  // `--port 80 org/name`: a flag takes one word, the second is an argument.
  const second = flags.flatMap(({ flag, values }) =>
    !Object.hasOwn(row.flags, flag) || !row.flags[flag]?.many ? values.slice(1) : [],
  );
  const missing = at - positionals.length;
  return second[missing] ?? taken[missing];
}

/** `hf download`, `vllm serve`: the words of the row as they were typed. */
function apiOf(row: CommandLoader, line: CommandLine, from: number): string {
  const typed = row === LAST_ROW ? line.texts.slice(0, 1) : line.texts.slice(from - row.words.length, from);
  const [program = '', ...rest] = typed;
  return [program.split('/').at(-1)!, ...rest].join(' ');
}

function statedBy(line: CommandLine, flags: readonly Option[], argument: CommandArgument): Statements {
  const names = revisionFlags(argument, flags);
  return {
    ...unstated,
    revision: names.length > 0 ? line.stated(flags, names) : absent,
    codeRevision: line.stated(flags, CODE_REVISION_FLAGS),
    trustRemoteCode: line.truth(flags, TRUST_FLAGS),
    useSafetensors: line.truth(flags, SAFETENSORS_FLAGS),
    subfolder: line.stated(flags, SUBFOLDER_FLAGS),
    variant: line.stated(flags, VARIANT_FLAGS),
  };
}

/** The flags that say which revision of this argument is meant: a model's revision is not its tokenizer's or dataset's. */
function revisionFlags({ pin, kind }: CommandArgument, flags: readonly Option[]): readonly string[] {
  if (pin !== undefined && TOKENIZER_REVISION_FLAGS.includes(pin)) return TOKENIZER_REVISION_FLAGS;
  if (kind !== 'dataset') return REVISION_FLAGS;
  const hasModel = flags.some(each => /model/.test(each.flag));
  return hasModel ? DATASET_REVISION_FLAGS.slice(0, 2) : DATASET_REVISION_FLAGS;
}

function kindOf(line: CommandLine, flags: readonly Option[]): RepoKind | undefined {
  const stated = line.stated(flags, KIND_FLAGS);
  const text = stated.state === 'known' ? stated.value : '';
  return text === 'model' || text === 'dataset' || text === 'space' ? text : undefined;
}
