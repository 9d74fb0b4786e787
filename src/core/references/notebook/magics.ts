import type { Language } from '../../document.ts';
import { languageOf } from '../../languageOf.ts';
import { Excerpt } from '../../text/excerpt.ts';

/** A code cell taken apart: Python with the magics blanked out, the command lines that they hold, and other texts. */
export interface CellParts {
  /** As long as the cell, so that offsets agree. */
  readonly python: string;
  readonly commands: readonly Excerpt[];
  /** What a magic says is in another language, or writes to a file of that name. */
  readonly other?: { readonly language: Language; readonly path: string; readonly excerpt: Excerpt };
}

/** Line magics whose rest is a command line or sets a variable. */
const COMMAND_MAGIC = /^(?:pip|conda|uv|env|set_env|sx|system|run|bash|sh)$/;

/** Line magics in front of Python. */
const PYTHON_MAGIC = /^(?:time|timeit|prun|memit|mprun|capture|debug)$/;

/** Cell magics by what the rest of the cell is; a magic that is not here makes the cell something that we do not read. */
const CELL_MAGICS: Readonly<Record<string, Language>> = {
  bash: 'shell',
  sh: 'shell',
  '!': 'shell',
  capture: 'python',
  time: 'python',
  timeit: 'python',
  prun: 'python',
  python: 'python',
  python3: 'python',
  debug: 'python',
  memit: 'python',
  javascript: 'javascript',
  js: 'javascript',
  html: 'html',
};

const LINE = /^([ \t]*(?:[\w.,() \t[\]]+=[ \t]*)?)(!{1,2}|%)(?![=%])([^\n]*(?:(?<=\\)\r?\n[^\n]*)*)/gm;

/** Is the line worth a look? */
const HAS_MAGIC = /^[^\n#'"]*[!%]/m;

export function readMagics(cell: string): CellParts {
  const magic = /^\s*%%(!|\w+)[ \t]*([^\n]*)(?:\n|$)/.exec(cell);
  if (magic) return readCellMagic(cell, magic);
  if (!HAS_MAGIC.test(cell)) return { python: cell, commands: [] };
  const commands: Excerpt[] = [];
  let python = '';
  let at = 0;
  for (const match of cell.matchAll(LINE)) {
    const [whole, before, mark, rest] = match as unknown as [string, string, string, string];
    const start = match.index + before.length;
    if (mark === '%' && !/^\w/.test(rest)) continue;
    if (mark !== '%' && before === '' && rest.startsWith('=')) continue;
    const word = mark === '%' ? /^\w+/.exec(rest)![0] : '';
    python += cell.slice(at, start);
    at = match.index + whole.length;
    if (mark === '%' && PYTHON_MAGIC.test(word)) {
      const options = /^\w+(?:[ \t]+-\w+(?:[ \t]\d+)?)*/.exec(rest)![0];
      python += blank(cell.slice(start, start + 1 + options.length)) + cell.slice(start + 1 + options.length, at);
      continue;
    }
    if (mark !== '%' || COMMAND_MAGIC.test(word)) {
      const skip = mark === '%' && /^(?:env|set_env|sx|system|run)$/.test(word) ? word.length : 0;
      commands.push(excerptOf(cell, start + mark.length + skip, at));
    }
    python += `0${blank(cell.slice(start + 1, at))}`;
  }
  return { python: python + cell.slice(at), commands };
}

function readCellMagic(cell: string, magic: RegExpExecArray): CellParts {
  const [head, name, argument] = magic as unknown as [string, string, string];
  const script = name === 'script' ? (/^(?:bash|sh|zsh)/.test(argument) ? 'bash' : argument.split(/\s/)[0]!) : name;
  const written = name === 'writefile' || name === 'file' ? (argument.trim().split(/\s+/).at(-1) ?? '') : '';
  const language = written ? languageOf(written) : own(CELL_MAGICS, script);
  const body = cell.slice(head.length);
  if (language === undefined || language === 'other') return { python: blank(cell), commands: [] };
  if (language !== 'python') {
    const excerpt = excerptOf(cell, head.length, cell.length);
    if (language === 'shell') return { python: blank(cell), commands: [excerpt] };
    return { python: blank(cell), commands: [], other: { language, path: written, excerpt } };
  }
  const inner = readMagics(body);
  const commands = inner.commands.map(each => moved(each, head.length));
  return { python: blank(head) + inner.python, commands };
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const blank = (text: string) => text.replace(/[^\r\n]/g, ' ');

const excerptOf = (text: string, start: number, end: number) =>
  Excerpt.builder().add(text.slice(start, end), start).build();

/** The excerpt of a later part of the same text. */
function moved(excerpt: Excerpt, by: number): Excerpt {
  const start = excerpt.toOuter({ start: 0, end: 1 }).start;
  return Excerpt.builder()
    .add(excerpt.text, start + by)
    .build();
}
