import type { Excerpt } from '../../text/excerpt.ts';
import type { Span } from '../../text/span.ts';
import { IMAGE_PROGRAMS, LINE_FIELD, LINE_FIELDS, WORD_FIELDS, WORDS_FIELD } from '../catalogue/configCommands.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { liftHazard, liftReference } from '../lift.ts';
import type { PlainReading } from '../plainReader.ts';
import { readPython } from '../python/readPython.ts';
import type { Reference } from '../reference.ts';
import { imageProgram, unwritten } from '../shell/containerCommand.ts';
import { readCommand } from '../shell/readCommand.ts';
import { readShell } from '../shell/readShell.ts';
import { scanShell } from '../shell/scan.ts';
import type { Command, Word } from '../shell/script.ts';
import type { Place } from './places.ts';
import { type ConfigMap, type ConfigScalar, entryOf, fieldName, scalarAt } from './tree.ts';
import { withoutVariable } from './values.ts';

/** Does a field of that name hold a command, or the words of one? */
export const isCommandField = (name: string): boolean =>
  LINE_FIELDS.has(name) || WORD_FIELDS.has(name) || LINE_FIELD.test(name) || /\.(?:(?:ba)?sh|py)$/.test(name);

/** What the commands of a file say, and the strings that they were read from. */
export interface CommandReading extends PlainReading {
  readonly read: readonly Span[];
}

/** Reads the command lines that stand in a map: whole scripts, lines, and lists of words. */
export function commandsOf(map: ConfigMap, place: Place, text: string, isForeign: () => boolean): CommandReading {
  const reader = new CommandReader(programOf(map) ?? `docker run ${imageOf(map)}`, imageOf(map), text, isForeign);
  const isTable = /^(?:scripts|tasks)$/.test(place.path.at(-1) ?? '');
  const isPython = /^python/.test(scalarAt(map, 'shell')?.excerpt.text ?? '');
  const words: ConfigScalar[] = [];
  for (const { key, value } of map.entries) {
    const name = fieldName(key.excerpt.text);
    const isWords = WORD_FIELDS.has(name);
    const isLine =
      LINE_FIELDS.has(name) || (!isWords && LINE_FIELD.test(name)) || (isTable && value?.type === 'scalar');
    if (value?.type === 'scalar') {
      if (isLine && isPython && name === 'run') reader.python(value);
      else if (isLine || isWords || /\.(?:ba)?sh$/.test(name)) reader.script(value);
      else if (/\.py$/.test(name)) reader.python(value);
    } else if (value?.type === 'list') {
      const items = value.items.flatMap(each => (each.type === 'scalar' ? [each] : []));
      if (isLine) for (const item of items) reader.script(item);
      else if (isWords) words.push(...items);
      else if (WORDS_FIELD.test(name) && items.some(each => startsWithFlag(each.excerpt.text))) reader.words(items);
    }
  }
  if (words.length > 0) reader.words(words);
  return reader;
}

/** The script of somebody's own that a map starts, as an editor's launch configuration and a job do: `{ program: train.py, args: […] }`. */
function programOf(map: ConfigMap): string | undefined {
  const file = ['program', 'script', 'python_file', 'entry_point', 'main_file', 'module']
    .map(name => scalarAt(map, name)?.excerpt.text)
    .find(text => text !== undefined);
  return file && /^[^\s"']+(?:\.py|\.sh)$|^\w+(?:\.\w+)+$/.test(file) ? `python ${file}` : undefined;
}

/** The container that a map describes: its own image, or that of a Helm chart's values. */
function imageOf(map: ConfigMap): string {
  const image = entryOf(map, 'image')?.value;
  if (image?.type === 'scalar') return image.excerpt.text;
  const repository = image?.type === 'map' ? scalarAt(image, 'repository') : scalarAt(map, 'repository');
  return repository?.excerpt.text ?? 'image';
}

class CommandReader implements CommandReading {
  readonly references: Reference[] = [];
  readonly codeHazards: CodeHazard[] = [];
  readonly read: Span[] = [];
  readonly #starts: string;
  readonly #image: string;
  readonly #text: string;
  readonly #isForeign: () => boolean;

  /** `starts`: what is started with words that begin with a flag. */
  constructor(starts: string, image: string, text: string, isForeign: () => boolean) {
    this.#starts = starts;
    this.#image = image;
    this.#text = text;
    this.#isForeign = isForeign;
  }

  script({ excerpt, span }: ConfigScalar): void {
    this.#shell(excerpt, span);
  }

  python({ excerpt, span }: ConfigScalar): void {
    this.#add(readPython(excerpt.text), excerpt);
    this.read.push(span);
  }

  /** The words of one command, or of `sh -c` a script. */
  words(items: readonly ConfigScalar[]): void {
    const scripts = new Set<ConfigScalar>();
    const isShell = items.some(({ excerpt }) => /^(?:.*\/)?(?:ba|z|da)?sh$/.test(excerpt.text));
    items.forEach((item, index) => {
      const before = items[index - 1]?.excerpt.text ?? '';
      if (isShell && /^-\w*c\w*$/.test(before)) scripts.add(item);
      else if (/\n./.test(item.excerpt.text.trimEnd()) && before !== '-c') scripts.add(item);
    });
    for (const { excerpt, span } of scripts) this.#shell(excerpt, span);
    const words = items.filter(each => !scripts.has(each)).flatMap(wordsOf);
    const isOneToOne = scripts.size === 0 && words.length === items.length;
    this.#command(words, isOneToOne ? jointOf(items, this.#text) : undefined);
    this.read.push(...items.map(each => each.span));
  }

  #shell(excerpt: Excerpt, span: Span): void {
    this.read.push(span);
    if (!startsWithFlag(excerpt.text) && this.#programFor(excerpt.text.split(/\s/, 1)[0]!).length === 0) {
      this.#add(readShell(excerpt.text, readPython), excerpt);
      return;
    }
    const [command] = scanShell(excerpt.text.replace(/\\?\n/g, match => ' '.repeat(match.length))).commands;
    if (!command) return;
    const words = [...this.#programFor(command.words[0]?.excerpt.text ?? ''), ...command.words];
    this.#add(readCommand({ ...command, words }, readPython, { isForeign: this.#isForeign }), excerpt);
  }

  #command(words: readonly Word[], joint: Command['joint']): void {
    const all = [...this.#programFor(words[0]?.excerpt.text ?? ''), ...words];
    const command = { words: all, documents: [], ...(joint && { joint }) };
    this.#add(readCommand(command, readPython, { isForeign: this.#isForeign }));
  }

  /** What an image runs before the words that a file gives it; nothing when they begin with a program of their own. */
  #programFor(first: string): readonly Word[] {
    const program = imageProgram(this.#image, first);
    if (program) return program;
    const isKnown = IMAGE_PROGRAMS.some(({ image }) => image.test(this.#image));
    return isKnown || !startsWithFlag(first) ? [] : this.#starts.split(' ').map(unwritten);
  }

  #add({ references, codeHazards }: PlainReading, excerpt?: Excerpt): void {
    const own = references.map(each => ({ ...each, api: each.api.replace(/^docker run (?=-)/, '') }));
    this.references.push(...(excerpt ? own.map(each => liftReference(each, excerpt)) : own));
    this.codeHazards.push(...(excerpt ? codeHazards.map(each => liftHazard(each, excerpt)) : codeHazards));
  }
}

/** `["--model", "org/name"]` on one line, or one item a line. */
const JOINT = /^(?:[ \t]*,[ \t]*(?:\r?\n[ \t]*)?|[ \t]*\r?\n[ \t]*-[ \t]+)$/;

/** How two words of a list are parted, where all are in the same way: so a pin adds two more. Quotes keep a commit from being a number. */
function jointOf(items: readonly ConfigScalar[], text: string): Command['joint'] {
  if (items.length < 2 || items.some(each => each.shared)) return undefined;
  const [between, ...others] = items.slice(1).map(({ span }, index) => text.slice(items[index]!.span.end, span.start));
  if (between === undefined || !JOINT.test(between) || others.some(each => each !== between)) return undefined;
  return { between, quote: '"' };
}

const startsWithFlag = (text: string) => /^\s*--?[a-zA-Z]/.test(text);

/** `--model org/name` in one item of a list is two words to whoever reads it. */
function wordsOf({ excerpt: written, span }: ConfigScalar): Word[] {
  const excerpt = withoutVariable(written);
  if (!/^--?[\w-]+ \S/.test(excerpt.text) || /["'{]/.test(excerpt.text)) return [{ excerpt, span }];
  return [...excerpt.text.matchAll(/\S+/g)].map(match => {
    const word = excerpt.slice(match.index, match.index + match[0].length);
    return { excerpt: word, span: word.toOuter({ start: 0, end: match[0].length }) };
  });
}
