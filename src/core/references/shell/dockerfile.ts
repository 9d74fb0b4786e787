import { parseTree } from 'jsonc-parser';
import { Excerpt } from '../../text/excerpt.ts';
import { addressReferences } from '../address/addressReferences.ts';
import type { PlainReader } from '../plainReader.ts';
import { readPython } from '../python/readPython.ts';
import type { Reference, RevisionPlace } from '../reference.ts';
import { mergedPlaces } from './mergedPlaces.ts';
import { readScript } from './readScript.ts';
import { shellReaders } from './readShell.ts';
import { scanShell } from './scan.ts';
import { type Command, LIST_JOINT, type Script, type Word } from './script.ts';

/** An instruction with the lines that it goes on over. */
interface Instruction {
  readonly name: string;
  readonly body: Excerpt;
}

/**
 * Reads a Dockerfile as the script that it is: `RUN` and the shell form of `CMD` are command lines, `ENV` and `ARG`
 * set variables, the exec form is a list of words. `FROM` and `COPY --from` name images, which are no repos.
 */
export const readDockerfile: PlainReader = ({ text }) => {
  const commands: Command[] = [];
  const arrays: Script['arrays'][number][] = [];
  const comments: Excerpt[] = [];
  const lines: Reference[] = [];
  for (const { name, body } of instructions(text, comments)) {
    const exec = /^(?:RUN|CMD|ENTRYPOINT|SHELL)$/.test(name) ? execForm(body) : undefined;
    if (exec) {
      commands.push(exec);
    } else if (/^(?:RUN|CMD|ENTRYPOINT|ENV|ARG|HEALTHCHECK)$/.test(name)) {
      const script = scanShell(name === 'ENV' ? assignmentForm(body) : withoutOpening(body));
      arrays.push(...script.arrays.map(each => ({ ...each, before: each.before + commands.length })));
      commands.push(...script.commands);
      comments.push(...script.comments);
    } else {
      const fetched = name === 'ADD' ? 'ADD' : undefined;
      if (name !== 'FROM') lines.push(...addressReferences(body.text, span => body.toOuter(span), fetched));
    }
  }
  const script = { commands: joined(commands), arrays, comments };
  const read = readScript(script, shellReaders(readPython), newInstruction(text), text);
  return { references: mergedPlaces([...read.references, ...lines]), codeHazards: read.codeHazards };
};

/** `ENTRYPOINT ["vllm", "serve"]` and `CMD ["org/name"]` are one command. */
function joined(commands: readonly Command[]): Command[] {
  const lists = commands.filter(each => each.joint === LIST_JOINT);
  const [entry, rest] = lists.slice(-2);
  if (lists.length !== 2 || !entry || !rest || /^-/.test(entry.words[0]?.excerpt.text ?? '-')) return [...commands];
  const whole: Command = { words: [...entry.words, ...rest.words], documents: [], joint: LIST_JOINT };
  return [...commands.filter(each => each !== entry && each !== rest), whole];
}

/** Another variable is set by a line of its own below the one that names the id. */
function newInstruction(text: string): (reference: Reference, name: string) => RevisionPlace | undefined {
  return (reference, name) => {
    const lineStart = text.lastIndexOf('\n', reference.span.start - 1) + 1;
    const newline = text.indexOf('\n', reference.span.end);
    const end = newline < 0 ? text.length : newline - (text[newline - 1] === '\r' ? 1 : 0);
    const keyword = /^[ \t]*(?:ENV|ARG)[ \t]/i.exec(text.slice(lineStart, end))?.[0];
    // An instruction that goes on below its line has no place behind this one.
    if (!keyword || /\\\s*$/.test(text.slice(lineStart, end))) return undefined;
    return { span: { start: end, end }, before: `\n${keyword.replace(/ARG/i, 'ENV')}${name}=`, after: '' };
  };
}

/** `RUN <<EOF` with nothing in front: the lines are the script. */
function withoutOpening(body: Excerpt): Excerpt {
  const opening = /^\s*<<-?["']?\w+["']?[ \t]*\r?\n/.exec(body.text);
  return opening ? body.slice(opening[0].length) : body;
}

/** `ENV NAME value`, the old form, as `ENV NAME=value`. */
function assignmentForm(body: Excerpt): Excerpt {
  const match = /^\s*([A-Za-z_]\w*)[ \t]+(?=[^\s=])/.exec(body.text);
  if (!match || /^\s*\w+=/.test(body.text)) return body;
  const from = match[0].length;
  const at = body.toOuter({ start: from - 1, end: from });
  const value = body.slice(from, body.text.trimEnd().length);
  const quote = /^["']/.test(value.text) ? '' : '"';
  return Excerpt.builder(body.encode)
    .append(body.slice(match[0].indexOf(match[1]!), match[0].indexOf(match[1]!) + match[1]!.length))
    .add('=', at.start, 1)
    .add(quote, at.end, 0)
    .append(value)
    .add(quote, at.end, 0)
    .build();
}

function execForm(body: Excerpt): Command | undefined {
  const start = body.text.search(/\S/);
  if (body.text[start] !== '[') return undefined;
  const list = parseTree(body.text.slice(start, start + 20_000));
  if (list?.type !== 'array') return undefined;
  const words: Word[] = (list.children ?? []).flatMap(({ type, offset, length }) => {
    if (type !== 'string') return [];
    const from = start + offset;
    const word = scanShell(body.slice(from, from + length)).commands[0]?.words[0];
    return word ? [{ ...word, span: body.toOuter({ start: from, end: from + length }) }] : [];
  });
  return words.length > 0 ? { words, documents: [], joint: LIST_JOINT } : undefined;
}

/** The instructions of the file, continued lines joined, comments between them taken out. */
function instructions(text: string, comments: Excerpt[]): Instruction[] {
  const found: Instruction[] = [];
  let at = 0;
  while (at < text.length) {
    const line = lineAt(text, at);
    const head = /^[ \t]*([A-Za-z]+)(?=[ \t])/.exec(text.slice(at, Math.min(line, at + 200)));
    if (/^[ \t]*#/.test(text.slice(at, Math.min(line, at + 200)))) {
      comments.push(part(text, at, line));
      at = line + 1;
    } else if (!head) {
      at = line + 1;
    } else {
      const end = lastLine(text, at);
      const builder = Excerpt.builder();
      for (let from = at + head[0].length; from <= end; ) {
        const to = lineAt(text, from);
        if (/^[ \t]*#/.test(text.slice(from, Math.min(to, from + 200)))) comments.push(part(text, from, to));
        else builder.add(text.slice(from, Math.min(to + 1, text.length)), from);
        from = to + 1;
      }
      const name = head[1]!.toUpperCase();
      found.push({ name, body: withoutFlags(name, builder.build()) });
      at = end + 1;
    }
  }
  return found;
}

/** `RUN --mount=type=cache,target=/root pip …`: the flags are the builder's. */
function withoutFlags(name: string, body: Excerpt): Excerpt {
  const length = /^(?:RUN|HEALTHCHECK)$/.test(name)
    ? /^(?:[ \t]|\\\r?\n)*(?:--[\w-]+=\S+(?:[ \t]|\\\r?\n)+|CMD[ \t]+)*/.exec(body.text)![0].length
    : 0;
  return length > 0 ? body.slice(length) : body;
}

const lineAt = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

const part = (text: string, start: number, end: number) => Excerpt.builder().add(text.slice(start, end), start).build();

/** The end of the last line of an instruction: those that a backslash joins, and its here-documents. */
function lastLine(text: string, start: number): number {
  let at = start;
  let end = lineAt(text, at);
  for (;;) {
    const line = text.slice(at, end).trimEnd();
    const isComment = at !== start && /^\s*(?:#|$)/.test(line);
    const documents = [...line.matchAll(/<<-?\s*["']?([A-Za-z_]\w*)["']?/g)].map(match => match[1]!);
    for (const delimiter of documents) {
      while (end < text.length) {
        const from = end + 1;
        end = lineAt(text, from);
        if (text.slice(from, end).trim() === delimiter) break;
      }
    }
    const goesOn = isComment || (documents.length === 0 && /[\\`]$/.test(line));
    if (!goesOn || end >= text.length) return end;
    at = end + 1;
    end = lineAt(text, at);
  }
}
