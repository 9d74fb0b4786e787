import { Excerpt } from '../../text/excerpt.ts';
import type { Span } from '../../text/span.ts';
import { addressReferences } from '../addressReferences.ts';
import { FETCHING_COMMANDS, FOREIGN_COMMANDS } from '../catalogue/commands.ts';
import { MODEL_VARIABLES, PROVIDER_OWNERS } from '../catalogue/environment.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { readId } from '../idForms.ts';
import { inOrder } from '../inOrder.ts';
import { liftHazard, liftReference } from '../lift.ts';
import { type Reference, unstated } from '../reference.ts';
import { type CommandId, commandIds } from './commandIds.ts';
import { type Command, type Script, scanShell, type Word } from './scan.ts';

export interface ShellReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
}

/** Reads a Python program that stands in a command: `python -c "…"`, a here-document. */
export type PythonReader = (text: string) => ShellReading;

const passedOver: PythonReader = () => ({ references: [], codeHazards: [] });

/**
 * Reads a shell script, or a session copied from a terminal. Who calls says how Python in it is read: a command that
 * itself stands in Python hands over none, which is where the nesting ends.
 */
export function readShell(text: string, readPython: PythonReader = passedOver): ShellReading {
  const session = promptLines(text);
  if (!session) return readScript(text, readPython);
  const { references, codeHazards } = readScript(session.text, readPython);
  return {
    references: references.map(each => liftReference(each, session)),
    codeHazards: codeHazards.map(each => liftHazard(each, session)),
  };
}

const PROMPT = /^[ \t]*(?:\([\w.-]+\)[ \t]*)?(?:[\w.-]+@[\w.-]+:?[^\s$#]*)?[ \t]*\$[ \t]+/;

/** The commands of a session that shows its prompt, without what was answered; nothing when no line has a prompt. */
function promptLines(text: string): Excerpt | undefined {
  if (!/^[^\n]*\$[ \t]/m.test(text)) return undefined;
  const builder = Excerpt.builder();
  let at = 0;
  let isContinued = false;
  let prompts = 0;
  for (const line of text.split('\n')) {
    const prompt = PROMPT.exec(line)?.[0].length;
    if (prompt !== undefined) prompts++;
    if (prompt !== undefined || isContinued) {
      const from = isContinued ? 0 : (prompt ?? 0);
      builder.add(line.slice(from), at + from).add('\n', at + line.length, at + line.length < text.length ? 1 : 0);
      isContinued = /\\\r?$/.test(line);
    }
    at += line.length + 1;
  }
  return prompts > 0 ? builder.build() : undefined;
}

function readScript(text: string, readPython: PythonReader): ShellReading {
  const script = scanShell(text);
  const variables = assignments(script);
  const references: Reference[] = [];
  const codeHazards: CodeHazard[] = [];
  for (const command of script.commands) {
    references.push(...commandReferences(command, variables));
    for (const part of pythonParts(command, text)) {
      const inner = readPython(part.text);
      references.push(...inner.references.map(each => liftReference(each, part)));
      codeHazards.push(...inner.codeHazards.map(each => liftHazard(each, part)));
    }
  }
  for (const comment of script.comments) {
    references.push(...addressReferences(text.slice(comment.start, comment.end), at => shiftedBy(at, comment.start)));
  }
  return { references: inOrder(references), codeHazards };
}

const shiftedBy = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

const ASSIGNMENT = /^(\w+)=(.*)$/s;

/** Words that variables get: `MODEL=org/name`, and the list of `for MODEL in …`. */
function assignments({ commands }: Script): Map<string, Excerpt[]> {
  const found = new Map<string, Excerpt[]>();
  const add = (name: string, value: Excerpt) => found.set(name, [...(found.get(name) ?? []), value].slice(0, 50));
  for (const { words } of commands) {
    const texts = words.map(word => word.excerpt.text);
    if (texts[0] === 'for' && texts[2] === 'in') {
      for (const word of words.slice(3)) add(texts[1]!, word.excerpt);
    }
    for (const word of words) {
      const match = ASSIGNMENT.exec(word.excerpt.text);
      if (match) add(match[1]!, word.excerpt.slice(match[1]!.length + 1));
    }
  }
  return found;
}

function commandReferences(command: Command, variables: ReadonlyMap<string, Excerpt[]>): Reference[] {
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

function valuesOf({ word, value }: CommandId, variables: ReadonlyMap<string, Excerpt[]>): readonly Excerpt[] {
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
function environmentReference(word: Word): Reference[] {
  const match = ASSIGNMENT.exec(word.excerpt.text);
  const name = match?.[1];
  if (!match || !name || !Object.hasOwn(MODEL_VARIABLES, name)) return [];
  const value = word.excerpt.slice(name.length + 1);
  const read = readId(value.text, 'provider', MODEL_VARIABLES[name]!, false);
  if (read?.judged !== 'repo' || !read.id.includes('/') || PROVIDER_OWNERS.test(read.id)) return [];
  return [
    {
      id: read.id,
      kind: MODEL_VARIABLES[name]!,
      span: value.toOuter(read),
      api: name,
      link: false,
      ...unstated,
      pins: [],
    },
  ];
}

/** `python -c "…"`, and the here-documents that Python reads or that become a Python file. */
function pythonParts(command: Command, text: string): Excerpt[] {
  const words = command.words.map(word => word.excerpt.text);
  const python = words.findIndex(word => /^(?:.*\/)?python[\d.]*$/.test(word));
  const parts: Excerpt[] = [];
  if (python >= 0) {
    const code = words.indexOf('-c', python);
    const word = code < 0 ? undefined : command.words[code + 1];
    if (word) parts.push(word.excerpt);
  }
  const writesPython = command.documents.length > 0 && /\.py['"]?\s*(?:<<|$)/.test(lineBefore(text, command));
  if (python >= 0 || writesPython) {
    for (const { body } of command.documents) {
      parts.push(Excerpt.builder().add(text.slice(body.start, body.end), body.start).build());
    }
  }
  return parts;
}

function lineBefore(text: string, command: Command): string {
  const start = command.words[0]!.span.start;
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}
