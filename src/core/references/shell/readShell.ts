import { Excerpt } from '../../text/excerpt.ts';
import { shifted } from '../../text/span.ts';
import { addressReferences } from '../addressReferences.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { inOrder } from '../inOrder.ts';
import { liftHazard, liftReference } from '../lift.ts';
import type { Reference } from '../reference.ts';
import { ASSIGNMENT, type PythonReader, readCommand, type ShellReading } from './readCommand.ts';
import { type Script, scanShell } from './scan.ts';

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
    const read = readCommand(command, readPython, variables);
    references.push(...read.references);
    codeHazards.push(...read.codeHazards);
  }
  for (const comment of script.comments) {
    references.push(...addressReferences(text.slice(comment.start, comment.end), at => shifted(at, comment.start)));
  }
  return { references: inOrder(references), codeHazards };
}

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
