import { Excerpt, type ExcerptBuilder } from '../../text/excerpt.ts';
import type { PlainReader } from '../plainReader.ts';
import { readPython } from '../python/readPython.ts';
import { readScript } from './readScript.ts';
import { shellReaders } from './readShell.ts';
import { scanShell } from './scan.ts';

/** How a language of Windows writes what a shell writes another way. */
interface Dialect {
  /** Lines that say nothing to us but in their addresses: comments. */
  readonly comment: RegExp;
  /** The end of a line that goes on. */
  readonly continued: RegExp;
  /** `set NAME=` or `$env:NAME = `: the name; what follows is the value. */
  readonly setting: RegExp;
  /** A variable in a line: its name. */
  readonly variable: RegExp;
}

const BATCH: Dialect = {
  comment: /^[ \t]*@?(?:rem\b|::)/i,
  continued: /\^[ \t]*\r?$/,
  setting: /^[ \t]*@?set[ \t]+(?:\/p[ \t]+)?"?(\w+)=/i,
  variable: /%(\w+)%|!(\w+)!/g,
};

const POWERSHELL: Dialect = {
  comment: /^[ \t]*#/,
  continued: /`[ \t]*\r?$/,
  setting: /^[ \t]*(?:\[\w+\])?\$(?:env:)?(\w+)[ \t]*=[ \t]*/i,
  variable: /\$\{?(?:env:)?(\w+)\}?/gi,
};

export const readBatch: PlainReader = ({ text }) => readAs(text, BATCH);
export const readPowerShell: PlainReader = ({ text }) => readAs(text, POWERSHELL);

/** Writes the script the way a shell would have it, and reads that. */
function readAs(text: string, dialect: Dialect): ReturnType<PlainReader> {
  const builder = Excerpt.builder();
  let at = 0;
  for (const line of text.split('\n')) {
    const end = line.length - (line.endsWith('\r') ? 1 : 0);
    const rest = Math.min(line.length - end + 1, text.length - at - end);
    if (dialect.comment.test(line)) {
      builder
        .add('#', at, 0)
        .add(line.slice(0, end), at)
        .add('\n', at + end, rest);
    } else {
      const goesOn = dialect.continued.exec(line.slice(0, end));
      addLine(builder, line.slice(0, goesOn?.index ?? end), at, dialect);
      if (goesOn)
        builder.add(' ', at + goesOn.index, line.length - goesOn.index + (text[at + line.length] === '\n' ? 1 : 0));
      else builder.add('\n', at + end, rest);
    }
    at += line.length + 1;
  }
  return readScript(scanShell(builder.build()), shellReaders(readPython));
}

function addLine(builder: ExcerptBuilder, line: string, at: number, dialect: Dialect): void {
  const setting = dialect.setting.exec(line);
  if (!setting) {
    addText(builder, line, at, dialect);
    return;
  }
  const from = setting[0].length;
  builder.add(`${setting[1]!}=`, at, from);
  const value = dialect === BATCH ? line.slice(from).replace(/"?[ \t]*$/, '') : line.slice(from);
  const isBare = !/^["'$]/.test(value) || dialect === BATCH;
  if (isBare) builder.add('"', at + from, 0);
  addText(builder, value, at + from, dialect);
  if (isBare) builder.add('"', at + from + value.length, 0);
}

/** Backslashes separate folders there, and a variable has other marks. */
function addText(builder: ExcerptBuilder, line: string, at: number, dialect: Dialect): void {
  const start = /^[ \t]*(?:@|&[ \t]+|\.[ \t]+)?/.exec(line)![0].length;
  let from = start;
  for (const match of line.matchAll(dialect.variable)) {
    if (match.index < from) continue;
    addPlain(builder, line.slice(from, match.index), at + from);
    builder.add(`\${${match[1] ?? match[2]}}`, at + match.index, match[0].length);
    from = match.index + match[0].length;
  }
  addPlain(builder, line.slice(from), at + from);
}

const addPlain = (builder: ExcerptBuilder, text: string, at: number) =>
  builder.add(text.replaceAll('\\', '/').replaceAll('`', ' ').replaceAll('(', ' ').replaceAll(')', ' '), at);
