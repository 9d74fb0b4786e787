import type { RepoKind } from '../reference.ts';
import type { IdForm } from './loader.ts';

export interface CommandArgument {
  readonly kind: RepoKind;
  readonly form: IdForm;
  /** The flag is not the Hub's alone: `--model openai/gpt-4o` is some provider's. */
  readonly guarded?: true;
  /** Its name tells too little: the id must be written as ids of the Hub are. */
  readonly shaped?: true;
  /** The flag that pins it, where the program is known to have one: a pin writes it. */
  readonly pin?: string;
  /** It takes several ids, each a word of its own. */
  readonly many?: true;
}

/** One program that takes Hub ids on its command line. Adding one is adding a row. */
export interface CommandLoader {
  /** The words it begins with, each a pattern of the whole word: `hf|huggingface-cli`, `download`. */
  readonly words: readonly string[];
  /** The argument that no flag announces: which one, from 0. */
  readonly positional?: CommandArgument & { readonly at: number };
  /** Flags whose value is an id. */
  readonly flags: Readonly<Record<string, CommandArgument>>;
  /** A word that must stand somewhere on the line: the image of a container, `--use_hf`. */
  readonly beside?: string;
  /** An example line, the id between ‹ and ›. */
  readonly example: string;
}

export type Flags = Readonly<Record<string, CommandArgument>>;

/** Each name with `--`, in `_` and in `-`, as programs take both. */
export function flags(names: string, argument: CommandArgument): Record<string, CommandArgument> {
  const both = names
    .split(/\s+/)
    .filter(Boolean)
    .flatMap(name => [`--${name}`, `--${name.replaceAll('_', '-')}`]);
  return Object.fromEntries(both.map(name => [name, argument]));
}

export const row = (words: string, example: string, more: Partial<CommandLoader> = {}): CommandLoader => ({
  words: words.split(' '),
  flags: {},
  example,
  ...more,
});

export const first = (argument: CommandArgument) => ({ positional: { ...argument, at: 0 } });

/** The same argument of a program that has this flag for its revision. */
export const pinnedBy = (pin: string, argument: CommandArgument): CommandArgument => ({ ...argument, pin });

export const model: CommandArgument = { kind: 'model', form: 'full' };
/** Also a legacy name without an owner: `gpt2`. */
export const bare: CommandArgument = { kind: 'model', form: 'id' };
/** `org/name:Q4_K_M`. */
export const quant: CommandArgument = { kind: 'model', form: 'quantized' };
export const dataset: CommandArgument = { kind: 'dataset', form: 'full' };
/** Also a data set that everybody knows by a bare name: `wikitext`. */
export const knownDataset: CommandArgument = { kind: 'dataset', form: 'dataset' };
/** `pretrained=org/name,revision=…`. */
export const pairs: CommandArgument = { kind: 'model', form: 'pairs' };
