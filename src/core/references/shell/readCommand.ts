import type { Excerpt } from '../../text/excerpt.ts';
import { addressReferences } from '../addressReferences.ts';
import { FETCHING_COMMANDS, FOREIGN_COMMANDS } from '../catalogue/commands.ts';
import { PROVIDER_OWNERS } from '../catalogue/environment.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { readId } from '../idForms.ts';
import { liftHazard, liftReference } from '../lift.ts';
import { type Reference, unstated } from '../reference.ts';
import { type CommandId, commandIds } from './commandIds.ts';
import type { Command, Word } from './scan.ts';
import { readVariable } from './variable.ts';

export interface ShellReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
}

/** Reads a Python program that stands in a command: `python -c "…"`, a here-document. */
export type PythonReader = (text: string) => ShellReading;

/** What variables were set to before the command: `MODEL=org/name`. */
export type Variables = ReadonlyMap<string, readonly Excerpt[]>;

export const ASSIGNMENT = /^(\w+)=(.*)$/s;

const NO_VARIABLES: Variables = new Map();

/**
 * Reads one command: its words as its program gets them. A list of arguments that stands elsewhere than in a shell
 * (`CMD ["vllm", "serve", "org/name"]`, the `args` of a container) is a command without here-documents.
 */
export function readCommand(command: Command, readPython: PythonReader, variables = NO_VARIABLES): ShellReading {
  const references = commandReferences(command, variables);
  const codeHazards: CodeHazard[] = [];
  for (const part of pythonParts(command)) {
    const inner = readPython(part.text);
    references.push(...inner.references.map(each => liftReference(each, part)));
    codeHazards.push(...inner.codeHazards.map(each => liftHazard(each, part)));
  }
  return { references, codeHazards };
}

function commandReferences(command: Command, variables: Variables): Reference[] {
  const name = commandName(command);
  if (FOREIGN_COMMANDS.test(name)) return [];
  const ids = commandIds(command);
  const found = ids.flatMap(each => valuesOf(each, variables).flatMap(value => asReference(each, value)));
  const isDestination = command.words.some(word => /^(?:push|remote|upload)$/.test(word.excerpt.text));
  const fetched = FETCHING_COMMANDS.test(name) ? fetchName(command, name) : undefined;
  const addresses = command.words.flatMap(word => {
    return isDestination ? [] : addressReferences(word.excerpt.text, at => word.excerpt.toOuter(at), fetched);
  });
  return [...found, ...addresses, ...command.words.flatMap(environmentReference)];
}

/** `git clone`, `wget`: the second word counts where the first alone says little. */
function fetchName({ words }: Command, name: string): string {
  const texts = words.map(word => word.excerpt.text);
  const next = texts[texts.findIndex(text => text.split('/').at(-1) === name) + 1] ?? '';
  return /^[a-z]+$/.test(next) ? `${name} ${next}` : name;
}

/** The program, without the variables set for it and without `sudo` and its like. */
export function commandName({ words }: Command): string {
  const word = words.find(
    ({ excerpt: { text } }) =>
      !ASSIGNMENT.test(text) &&
      !/^(?:sudo|env|time|nohup|exec|then|do|else|!|\{|if|while|export)$/.test(text) &&
      !/^-/.test(text),
  );
  return word?.excerpt.text.split('/').at(-1) ?? '';
}

function valuesOf({ word, value }: CommandId, variables: Variables): readonly Excerpt[] {
  const known = word.variable === undefined ? undefined : variables.get(word.variable);
  return known && value.text.length <= 1 ? known : [value];
}

function asReference({ argument, api, stated }: CommandId, value: Excerpt): Reference[] {
  const read = readId(value.text, argument.form, argument.kind, argument.form === 'id');
  if (read?.judged !== 'repo' || (argument.guarded && PROVIDER_OWNERS.test(read.id))) return [];
  const revision = read.revision
    ? { state: 'known' as const, value: read.revision.value, span: value.toOuter(read.revision) }
    : stated.revision;
  return [
    {
      ...unstated,
      ...stated,
      id: read.id,
      kind: read.kind ?? argument.kind,
      span: value.toOuter(read),
      api,
      link: false,
      revision,
      pins: [],
    },
  ];
}

/** `MODEL_ID=org/name`, alone or behind `export` or `docker run -e`. */
function environmentReference({ excerpt }: Word): Reference[] {
  const name = ASSIGNMENT.exec(excerpt.text)?.[1];
  return name ? readVariable(name, excerpt.slice(name.length + 1)) : [];
}

/** `python -c "…"`, and the here-documents that Python reads or that become a Python file. */
function pythonParts(command: Command): Excerpt[] {
  const words = command.words.map(word => word.excerpt.text);
  const python = words.findIndex(word => /^(?:.*\/)?python[\d.]*$/.test(word));
  const parts: Excerpt[] = [];
  if (python >= 0) {
    const code = words.indexOf('-c', python);
    const word = code < 0 ? undefined : command.words[code + 1];
    if (word) parts.push(word.excerpt);
  }
  const writesPython = command.documents.length > 0 && /\.py['"]?\s*(?:<<|$)/.test(command.documents[0]!.announced);
  if (python >= 0 || writesPython) parts.push(...command.documents.map(each => each.body));
  return parts;
}
