import type { Span } from '../../text/span.ts';
import { addressReferences } from '../address/addressReferences.ts';
import { FETCHING_COMMANDS, FOREIGN_COMMANDS, LAUNCHERS } from '../catalogue/commandWords.ts';
import { isLegacyModel } from '../catalogue/legacyModels.ts';
import { hasHubShape, PROVIDER_OWNERS } from '../catalogue/publishers.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { type ReadId, readId } from '../idForms.ts';
import { liftHazard, liftReference } from '../lift.ts';
import { absent, type Reference, type RevisionPlace, type Stated } from '../reference.ts';
import { type CommandId, commandIds } from './commandIds.ts';
import { CommandLine } from './commandLine.ts';
import { containerCommand } from './containerCommand.ts';
import { handedVariables } from './handedWords.ts';
import { type InnerReaders, innerTexts, type ShellReading } from './innerTexts.ts';
import { readPairs } from './pairs.ts';
import { publishedWords } from './publishedWords.ts';
import { REQUESTING, requestedModels } from './requests.ts';
import type { Command } from './script.ts';
import { readVariable } from './variable.ts';
import type { Placed, Variables } from './variables.ts';
import { ASSIGNMENT, type Filled, isWhole, partsOf, wordFrom } from './words.ts';

export type { PythonReader, ShellReading } from './innerTexts.ts';

/** Where a command stands in a script. */
export interface Surroundings {
  readonly variables?: Variables;
  /** The function around it. */
  readonly scope?: string;
  /** Folders that the script writes. */
  readonly written?: ReadonlySet<string>;
  /** Does the script, or the file that it stands in, ask somebody's API? */
  readonly isForeign: () => boolean;
}

/**
 * Reads one command: its words as its program gets them. A list of arguments that stands elsewhere than in a shell
 * (`CMD ["vllm", "serve", "org/name"]`, the `args` of a container) is a command without here-documents; its `joint`
 * says how a word is added there.
 */
export function readCommand(command: Command, readPython: InnerReaders['python'], around?: Surroundings): ShellReading {
  return readCommandWith(command, { python: readPython }, around);
}

export function readCommandWith(command: Command, readers: InnerReaders, around?: Surroundings): ShellReading {
  const line = new CommandLine(command, around?.variables, around?.scope);
  const references = commandReferences(line, around);
  const codeHazards: CodeHazard[] = [];
  for (const { part, read } of innerTexts(line, readers)) {
    const inner = read(part.excerpt.text);
    for (const each of inner.references) {
      if (isWhole(part, each.span)) references.push(liftReference(each, part.excerpt));
    }
    codeHazards.push(...inner.codeHazards.map(each => liftHazard(each, part.excerpt)));
  }
  return { references, codeHazards };
}

function commandReferences(line: CommandLine, around: Surroundings | undefined): Reference[] {
  const name = commandName(line.texts);
  const set = line.words.flatMap(placed => environmentReferences(line, placed, around?.isForeign));
  const environment = [...set, ...handedVariables(line, around?.isForeign).filter(each => !isAmong(set, each))];
  const isForeign = FOREIGN_COMMANDS.test(name);
  if (/^(?:echo|printf)$/.test(name)) return [];
  const inner = containerCommand(line.command);
  const read = inner ? new CommandLine(inner, around?.variables, around?.scope) : line;
  const ids = commandIds(read, isForeign ? name : undefined);
  const found = ids.flatMap(each => idReferences(read, each, around?.written));
  if (isForeign) return [...found, ...addresses(line, name), ...environment];
  const published = publishedWords(line, name, around?.isForeign);
  const requests = REQUESTING.test(name) ? requestedModels(line) : [];
  return [
    ...found,
    ...addresses(line, name),
    ...environment,
    ...requests,
    ...published.filter(each => !isAmong(found, each)),
  ];
}

const isAmong = (found: readonly Reference[], { span }: Reference): boolean =>
  found.some(each => each.span.start === span.start && each.span.end === span.end);

/** The program, without the variables set for it and without `sudo` and its like. */
function commandName(texts: readonly string[]): string {
  const word = texts.find(text => !ASSIGNMENT.test(text) && !LAUNCHERS.test(text) && !/^-/.test(text));
  return word?.split('/').at(-1) ?? '';
}

function idReferences(line: CommandLine, id: CommandId, written?: ReadonlySet<string>): Reference[] {
  const { argument, value } = id;
  const ways = line.fillings(value).flatMap(filled => (argument.form === 'pairs' ? [filled] : partsOf(filled)));
  const isOnly = ways.length === 1;
  return ways.flatMap(filled => {
    if (argument.form === 'pairs') return readPairs(filled, id);
    const isLegacy = mayBeLegacy(argument) && isLegacyModel(filled.excerpt.text, argument.guarded !== true);
    const form = isLegacy ? 'id' : argument.form;
    const read = readId(filled.excerpt.text, form, argument.kind, form === 'id');
    if (read?.judged !== 'repo' || !isWhole(filled, read)) return [];
    if (argument.guarded && PROVIDER_OWNERS.test(read.id)) return [];
    if (argument.shaped && !hasHubShape(read.id)) return [];
    if (written?.has(read.id.split('/')[0]!) && !filled.excerpt.text.includes('://')) return [];
    return [asReference(line, id, filled, read, isOnly)];
  });
}

const mayBeLegacy = ({ kind, form }: CommandId['argument']) => kind === 'model' && form === 'full';

function asReference(line: CommandLine, id: CommandId, { excerpt }: Filled, read: ReadId, isOnly: boolean): Reference {
  const { argument, api, stated } = id;
  const known = (part: { value: string } & Span): Stated<string> => ({
    state: 'known',
    value: part.value,
    span: excerpt.toOuter(part),
  });
  const revision = read.revision ? known(read.revision) : stated.revision;
  const reference: Reference = {
    ...stated,
    id: read.id,
    kind: read.kind ?? argument.kind,
    span: excerpt.toOuter(read),
    api,
    link: false,
    revision,
    quantization: read.quantization ? known(read.quantization) : absent,
    pins: [],
  };
  return { ...reference, pins: isOnly ? pinsOf(line, id, reference) : [] };
}

/** The known revision, else the place behind the id's word, where the program is known to take a flag. */
function pinsOf(
  { command: { joint } }: CommandLine,
  { argument, end }: CommandId,
  reference: Reference,
): RevisionPlace[] {
  const { revision } = reference;
  if (revision.state === 'known') return [{ span: revision.span, before: '', after: '' }];
  if (revision.state === 'unknown') return [];
  if (argument.form === 'branched') {
    const at = reference.span.end;
    return [{ span: { start: at, end: at }, before: ':', after: '' }];
  }
  if (argument.pin === undefined || !joint) return [];
  const { between, quote } = joint;
  const before = `${between}${quote}${argument.pin}${quote}${between}${quote}`;
  return [{ span: { start: end, end }, before, after: quote }];
}

/** Addresses of the Hub among the words. A `git` that sends something there names a destination. */
function addresses(line: CommandLine, name: string): Reference[] {
  const isDestination = line.texts.some(text => /^(?:push|remote|upload)$/.test(text));
  if (isDestination) return [];
  const fetched = FETCHING_COMMANDS.test(name) ? fetchName(line.texts, name) : undefined;
  const branch = fetched === 'git clone' ? line.stated(line.options(0).flags, ['-b', '--branch']) : absent;
  return line.words.flatMap(placed =>
    line.fillings(placed).flatMap(filled => {
      const { excerpt } = filled;
      return addressReferences(excerpt.text, span => span, fetched)
        .filter(each => isWhole(filled, each.span))
        .map(each => liftReference(each, excerpt))
        .filter(each => line.fillings(placed).length === 1 || each.span.end > each.span.start)
        .filter(each => isContiguous(each))
        .map(each => {
          if (branch.state === 'absent') return each;
          // `git clone -b` takes the name of a branch or a tag, no commit: nothing to pin by.
          return { ...each, revision: branch, pins: [] };
        });
    }),
  );
}

/** An address may run over a hole (`…/resolve/$REV`), its id may not. */
const isContiguous = ({ id, span }: Reference) => span.end - span.start <= id.length + 8;

/** `git clone`, `wget`: the second word counts where the first alone says little. */
function fetchName(texts: readonly string[], name: string): string {
  const next = texts[texts.findIndex(text => text.split('/').at(-1) === name) + 1] ?? '';
  return /^[a-z]+$/.test(next) ? `${name} ${next}` : name;
}

/** `MODEL_ID=org/name`, alone or behind `export` or `docker run -e`. */
function environmentReferences(line: CommandLine, placed: Placed, isForeign?: () => boolean): Reference[] {
  const match = ASSIGNMENT.exec(placed.word.excerpt.text);
  if (!match) return [];
  const value = { word: wordFrom(placed.word, match[0].length), scope: placed.scope };
  return line.fillings(value).flatMap(filled => {
    return readVariable(match[1]!, filled.excerpt, isForeign).filter(
      each => each.span.end - each.span.start === each.id.length,
    );
  });
}
