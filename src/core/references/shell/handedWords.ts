import { Excerpt } from '../../text/excerpt.ts';
import { HANDED_FLAGS, HANDED_VARIABLES, HANDING_COMMANDS, IMAGE_FLAGS } from '../catalogue/commandWords.ts';
import { liftHazard, liftReference } from '../lift.ts';
import type { PlainReading } from '../plainReader.ts';
import type { Reference } from '../reference.ts';
import type { CommandLine } from './commandLine.ts';
import { readVariable } from './variable.ts';
import { ASSIGNMENT, type Filled, isWhole, wordFrom } from './words.ts';

/** A text that one flag's value holds, and how it is read. */
interface Handed {
  readonly part: Filled;
  readonly read: (text: string) => PlainReading;
}

/** `^;^one;two`: what parts a list of gcloud, where it is no comma. Source: `gcloud topic escaping`. */
const DELIMITER = /^\^([^\s^\w'"])\^/;

/** The command of a container that one flag's value holds: `gcloud run deploy --args="--model-id=org/name,--port=80"`. */
export function handedWords(line: CommandLine, shell: (text: string) => PlainReading): Handed[] {
  if (!line.texts.some(text => HANDING_COMMANDS.test(text))) return [];
  const image = valuesOf(line, IMAGE_FLAGS)[0]?.excerpt.text || 'image';
  const isList = line.texts.includes('gcloud');
  return valuesOf(line, HANDED_FLAGS).map(part => ({
    part,
    read: text => readWords(text, isList ? (DELIMITER.exec(text)?.[1] ?? ',') : ' ', `docker run ${image} `, shell),
  }));
}

/** What stands behind such flags, also where it begins as a flag does. */
function valuesOf(line: CommandLine, names: RegExp): Filled[] {
  return line.words.flatMap((placed, index) => {
    const [name = '', value] = line.texts[index]!.split('=', 2);
    if (!names.test(name)) return [];
    const own = { word: wordFrom(placed.word, name.length + 1), scope: placed.scope };
    const found = value === undefined ? line.words[index + 1] : own;
    return found ? line.fillings(found).slice(0, 1) : [];
  });
}

/** Reads the words of a command that stand in one text, with `between` between them. */
function readWords(
  text: string,
  between: string,
  program: string,
  shell: (text: string) => PlainReading,
): PlainReading {
  const lead = DELIMITER.exec(text)?.[0].length ?? 0;
  const words = text.slice(lead).replaceAll(between, ' ');
  const builder = Excerpt.builder();
  if (words.startsWith('-')) builder.add(program.replaceAll(/[^\w./: -]/g, '_'), lead, 0);
  const excerpt = builder.add(words, lead).build();
  const { references, codeHazards } = shell(excerpt.text);
  return {
    references: references.map(each => withBetween(liftReference(each, excerpt), between)),
    codeHazards: codeHazards.map(each => liftHazard(each, excerpt)),
  };
}

const withBetween = (reference: Reference, between: string): Reference => ({
  ...reference,
  api: reference.api.replace(/^docker run (?=-)/, ''),
  pins: reference.pins.map(pin => ({ ...pin, before: pin.before.replaceAll(' ', between) })),
});

/** Variables that one flag's value sets: `--set-env-vars="MODEL_ID=org/name,PORT=80"`, `--env=MODEL_ID=org/name`. */
export function handedVariables(line: CommandLine, isForeign?: () => boolean): Reference[] {
  if (!line.texts.some(text => HANDED_VARIABLES.test(text))) return [];
  return line
    .options(0)
    .flags.filter(({ flag }) => HANDED_VARIABLES.test(flag))
    .flatMap(({ values }) => values)
    .flatMap(value => line.fillings(value))
    .flatMap(filled => {
      const { excerpt } = filled;
      const lead = DELIMITER.exec(excerpt.text);
      const from = lead?.[0].length ?? 0;
      return pieces(excerpt.slice(from), lead?.[1] ?? ',').flatMap(piece => {
        const name = ASSIGNMENT.exec(piece.text);
        if (!name) return [];
        return readVariable(name[1]!, piece.slice(name[0].length), isForeign).filter(
          ({ id, span }) => isWhole(filled, span) && span.end - span.start === id.length,
        );
      });
    });
}

/** The settings of a list; what follows a separator and sets nothing belongs to the value before it. */
function pieces(excerpt: Excerpt, between: string): Excerpt[] {
  const { text } = excerpt;
  if (text.length > MAX_LIST) return [];
  const starts = [0];
  for (let at = text.indexOf(between); at >= 0; at = text.indexOf(between, at + 1)) {
    if (ASSIGNMENT.test(text.slice(at + 1, at + 80))) starts.push(at + 1);
  }
  return starts.map((start, index) => excerpt.slice(start, (starts[index + 1] ?? text.length + 1) - 1));
}

/** A longer list is none that somebody wrote, in characters. */
const MAX_LIST = 5000;
