import { Excerpt } from '../../text/excerpt.ts';
import { addressReferences } from '../address/addressReferences.ts';
import { liftHazard, liftReference } from '../lift.ts';
import type { FileReaders, InnerReaders, PythonReader, ShellReading } from './innerTexts.ts';
import { readScript } from './readScript.ts';
import { scanShell } from './scan.ts';

const passedOver: PythonReader = () => ({ references: [], codeHazards: [] });

/** A script in a script in a script is as deep as anybody writes. */
const MAX_DEPTH = 3;

/**
 * Reads a shell script, or a session copied from a terminal. Who calls says how Python in it is read: a command that
 * itself stands in Python hands over none, which is where the nesting ends.
 */
export function readShell(text: string, readPython: PythonReader = passedOver, files?: FileReaders): ShellReading {
  const session = promptLines(text);
  if (!session) return readScript(scanShell(text), shellReaders(readPython, files));
  const { references, codeHazards } = readScript(scanShell(session.text), shellReaders(readPython, files));
  return {
    references: references.map(each => liftReference(each, session)),
    codeHazards: codeHazards.map(each => liftHazard(each, session)),
  };
}

/** Readers of the texts inside a script: Python, further scripts, and files of which only the addresses count. */
export function shellReaders(python: PythonReader, file?: FileReaders, depth = 0): InnerReaders {
  const shell = (text: string) => readScript(scanShell(text), shellReaders(python, file, depth + 1));
  const text = (inner: string) => ({ references: addressReferences(inner, span => span), codeHazards: [] });
  return { python, text, ...(file && { file }), ...(depth < MAX_DEPTH && { shell }) };
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
