import type { Excerpt } from '../../text/excerpt.ts';
import { PRINTERS, SHELLS, TOLD_COMMAND, TOLD_LEAD } from '../catalogue/commandWords.ts';
import type { CodeHazard } from '../codeHazard.ts';
import type { Reference } from '../reference.ts';
import type { CommandLine } from './commandLine.ts';
import { handedWords } from './handedWords.ts';
import { ASSIGNMENT, asFilled, type Filled } from './words.ts';

export interface ShellReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
}

/** Reads a Python program that stands in a command: `python -c "…"`, a here-document. */
export type PythonReader = (text: string) => ShellReading;

/** Who reads the texts that stand in commands. */
export interface InnerReaders {
  readonly python: PythonReader;
  /** Commands in a word or a here-document: `bash -c "…"`, `cat > run.sh <<EOF`. Left out where nesting ends. */
  readonly shell?: (text: string) => ShellReading;
  /** A here-document that becomes another file. */
  readonly text?: (text: string) => ShellReading;
  /** The reader of a file of that ending, where there is one. */
  readonly file?: FileReaders;
}

/** Who reads a file that a script writes, by its ending: `yaml`. */
export type FileReaders = (ending: string) => ((text: string) => ShellReading) | undefined;

interface Inner {
  readonly part: Filled;
  readonly read: (text: string) => ShellReading;
}

/** A longer text is no message. */
const MAX_PRINTED = 20_000;

const PYTHON = /^(?:.*\/)?(?:python[\d.]*|ipython3?|pypy3?)$/;

/** The programs and commands that stand in the words of a command and in its here-documents. */
export function innerTexts(line: CommandLine, { python, shell, text, file }: InnerReaders): Inner[] {
  const found: Inner[] = [];
  const { texts, words } = line;
  const at = texts.findIndex(each => PYTHON.test(each));
  if (at >= 0) {
    const code = texts.indexOf('-c', at);
    const word = code < 0 ? undefined : words[code + 1];
    if (word) found.push({ part: line.fillings(word)[0]!, read: python });
  }
  const inner = shell && shellWord(line);
  if (inner && shell) found.push({ part: inner, read: shell });
  if (shell) found.push(...printed(line).map(part => ({ part, read: shell })), ...handedWords(line, shell));
  for (const { body, announced } of line.command.documents) {
    const ending = /[\w./${}-]+\.(\w+)['"]?\s*(?:<<|$)/.exec(announced)?.[1] ?? '';
    const isPython = ending === 'py' || (at >= 0 && !/[^2]>/.test(announced.replace(/<<.*/, '')));
    const isShell =
      /^(?:sh|bash|slurm|sbatch)$/.test(ending) ||
      /(?:^|[\s|;/])(?:bash|sh|sbatch|ssh|read|qsub|bsub)\b/.test(announced);
    const written = file?.(/\bkubectl\b.*-f/.test(announced) ? 'yaml' : ending);
    const read = isPython ? python : isShell ? shell : (written ?? text);
    if (read) found.push({ part: asFilled(body), read });
    if (read === text && shell && /^\s*cat\s*<<[^>]*$/.test(announced)) {
      found.push(...toldLines(body).map(part => ({ part, read: shell })));
    }
  }
  return found;
}

/** Commands in what is printed, and `MODEL_ID=org/name` that goes into a file. */
function printed(line: CommandLine): Filled[] {
  const at = line.texts.findIndex(text => PRINTERS.test(text) || text === 'printf');
  if (at < 0 || at > 2) return [];
  const isEcho = /^(?:echo|printf)$/.test(line.texts[at]!);
  return line.words.slice(at + 1).flatMap(word => {
    if (!/\s|=/.test(word.word.excerpt.text)) return [];
    return line.fillings(word).flatMap(({ excerpt, parts }) => {
      if (parts.length > 0 || excerpt.text.length > MAX_PRINTED) return [];
      if (!isEcho) return toldLines(excerpt);
      if (ASSIGNMENT.test(excerpt.text)) return [asFilled(excerpt)];
      return [...excerpt.text.matchAll(TOLD_COMMAND)].map(match =>
        asFilled(excerpt.slice(match.index, match.index + match[0].length)),
      );
    });
  });
}

/** Commands that have a line of what is printed for themselves: in a usage, or where a script's own function prints it. */
function toldLines(excerpt: Excerpt): Filled[] {
  if (excerpt.text.length > MAX_PRINTED) return [];
  return [...excerpt.text.matchAll(/[^\n]+/g)].flatMap(({ index, 0: line }) => {
    const from = TOLD_LEAD.exec(line)![0].length;
    const told = line.slice(from);
    return told.search(TOLD_COMMAND) === 0 ? [asFilled(excerpt.slice(index + from, index + line.length))] : [];
  });
}

/** The word that a shell is told to run: `bash -c "…"`, `ssh host "…"`. */
function shellWord(line: CommandLine): Filled | undefined {
  const { texts, words } = line;
  for (const [at, text] of texts.entries()) {
    const program = text.split('/').at(-1)!;
    const flag = Object.hasOwn(SHELLS, program) ? SHELLS[program]! : undefined;
    if (flag === undefined) continue;
    const isCode = (each: string) => each === flag || (flag === '-c' && /^-[a-z]*c$/.test(each));
    const from = flag === '' ? at : texts.findIndex((each, index) => index > at && isCode(each));
    if (flag !== '' && from < 0) continue;
    const index = flag === '' ? texts.findIndex((each, i) => i > from && /\s/.test(each.trim())) : from + 1;
    const word = words[index];
    if (!word) continue;
    return line.fillings(word)[0];
  }
  return undefined;
}
