import { Excerpt, type ExcerptBuilder } from '../../text/excerpt.ts';
import { inOrder } from '../inOrder.ts';
import type { PlainReader } from '../plainReader.ts';
import { readPython } from '../python/readPython.ts';
import { readScript } from './readScript.ts';
import { shellReaders } from './readShell.ts';
import { scanShell } from './scan.ts';

/**
 * Reads a makefile or a justfile as the shell script that it amounts to: recipes are command lines, `$(NAME)` and
 * `{{name}}` are variables of the file, which its assignments set.
 */
export const readMakefile: PlainReader = ({ path, text }) => {
  const isJust = /(?:^|[./\\])justfile$/i.test(path) || /\{\{\s*\w+\s*\}\}/.test(text);
  const builder = Excerpt.builder();
  let at = 0;
  let isContinued = false;
  for (const line of text.split('\n')) {
    addLine(builder, line, at, isJust, isContinued);
    isContinued = /\\\r?$/.test(line);
    builder.add('\n', at + line.length, Math.min(1, text.length - at - line.length) || 0);
    at += line.length + 1;
  }
  const script = scanShell(builder.build());
  const { references, codeHazards } = readScript(script, shellReaders(readPython));
  return { references: inOrder(references), codeHazards };
};

const SETTING = /^(?:(?:export|override|define)\s+)?([A-Za-z_][\w-]*)[ \t]*(?:::?:?|[?+!])?=[ \t]*/;
const RECIPE_PARAMETERS =
  /^@?[A-Za-z_][\w-]*((?:[ \t]+[+*$]?[A-Za-z_]\w*(?:=(?:"[^"\n]*"|'[^'\n]*'|\S+))?)+)[ \t]*:(?!=)/;

function addLine(builder: ExcerptBuilder, line: string, at: number, isJust: boolean, isContinued: boolean): void {
  const isRecipe = /^(?:\t| {2,})/.test(line);
  const setting = isRecipe || isContinued ? undefined : SETTING.exec(line);
  if (setting) {
    const from = setting[0].length;
    const comment = line.search(/\s#/);
    const end = comment > from ? comment : line.replace(/\r$/, '').length;
    builder.add(`${setting[1]!.replaceAll('-', '_')}=`, at, 0);
    addList(builder, line, at, from, end, isJust);
    if (comment > from) builder.add(line.slice(comment), at + comment);
    return;
  }
  const parameters = isJust && !isRecipe ? RECIPE_PARAMETERS.exec(line)?.[1] : undefined;
  if (parameters !== undefined) {
    const from = line.indexOf(parameters);
    builder.add(line.slice(from, from + parameters.length), at + from);
    return;
  }
  // Of a line that goes on from the one before, `--flag` is no mark of the recipe.
  const marks = isContinued ? /^\s*/ : /^\s*[@+-]*/;
  const recipe = isRecipe ? marks.exec(line)![0].length : isContinued || line.startsWith('#') ? 0 : line.length;
  if (!isRecipe && !isContinued && /^[\w./%$() -]+:[^=]*;/.test(line)) {
    addText(builder, line, at, line.indexOf(';') + 1, line.length, isJust);
    return;
  }
  addText(builder, line, at, recipe, line.length, isJust);
}

/** A value of several words is a list of them; a shell would take the second for a command. */
function addList(builder: ExcerptBuilder, line: string, at: number, from: number, end: number, isJust: boolean): void {
  const value = line.slice(from, end);
  const isList = /\S\s+\S/.test(value) && !/^["']/.test(value) && !value.endsWith('\\');
  if (isList) builder.add('(', at + from, 0);
  addText(builder, line, at, from, end, isJust);
  if (isList) builder.add(')', at + end, 0);
}

/** `$(NAME)` as `${NAME}`, `$$` as `$`, `{{name}}` as `${name}`. */
const MARKS = /\$\$|\$\((\w[\w-]*)\)|\$\{(\w[\w-]*)\}|\{\{\s*(\w[\w-]*)\s*\}\}/g;

function addText(builder: ExcerptBuilder, line: string, at: number, from: number, end: number, isJust: boolean): void {
  let start = from;
  const text = line.slice(0, end);
  MARKS.lastIndex = from;
  for (let match = MARKS.exec(text); match; match = MARKS.exec(text)) {
    const name = match[1] ?? match[2] ?? match[3];
    if (match[3] !== undefined && !isJust) continue;
    builder.add(text.slice(start, match.index), at + start);
    const shell = name === undefined ? '$' : `\${${name.replaceAll('-', '_')}}`;
    builder.add(shell, at + match.index, match[0].length);
    start = match.index + match[0].length;
  }
  builder.add(text.slice(start), at + start);
}
