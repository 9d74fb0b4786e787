import type { Language } from '../../document.ts';
import type { Excerpt } from '../../text/excerpt.ts';
import { contains, type Span, shifted } from '../../text/span.ts';
import { CALL_LANGUAGES, type CallLanguage } from '../callforms/dialects.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { inOrder } from '../inOrder.ts';
import { readScripts } from '../javascript/readJavaScript.ts';
import { liftHazard, liftReference } from '../lift.ts';
import { readGoMagics } from '../notebook/goMagics.ts';
import { type CellParts, readMagics } from '../notebook/magics.ts';
import type { PlainReading } from '../plainReader.ts';
import { PLAIN_READERS } from '../plainReaders.ts';
import { isWorthReading } from '../prefilter.ts';
import { type LinkedParts, linkParts } from '../python/linkParts.ts';
import type { Reference } from '../reference.ts';
import { relocated } from '../relocate.ts';
import { readShellScript } from '../writtenFiles.ts';

/** A text of its own in a larger whole: a cell of a notebook, a block of a document. */
export interface CodeCell {
  readonly text: string;
  readonly language: Language;
}

/** What one cell says, in offsets of its own text. */
export interface CellReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
}

export interface CodeCellsReading {
  readonly cells: readonly CellReading[];
  /** Makes reading the next version cheap. */
  readonly linked: LinkedParts;
  readonly plain: PlainReadings;
}

/** Readings of texts in other languages than Python, by language and text: such a text is read anew only when it changes. */
type PlainReadings = ReadonlyMap<string, PlainReading>;

/** A cell of a language whose cells make up one program. */
interface Numbered {
  readonly index: number;
  readonly text: string;
}

interface PythonCell extends Numbered {
  readonly magics: CellParts;
}

/**
 * Reads cells that make up one program. Names of Python flow from cell to cell, and so do those of JavaScript and of the
 * languages that are read by their calls; a flag whose value stands in another cell keeps its value and gets the place of
 * the id. Cells in other languages are read each for itself.
 */
export function readCodeCells(cells: readonly CodeCell[], previous?: CodeCellsReading): CodeCellsReading {
  const python: PythonCell[] = cells.flatMap(({ text, language }, index) =>
    language === 'python' ? [{ index, text, magics: readMagics(text) }] : [],
  );
  const linked = linkParts(
    python.map(cell => cell.magics.python),
    previous?.linked,
  );
  const found: CellFindings[] = cells.map(() => ({ references: [], codeHazards: [] }));
  bringHome(linked, linked.starts, python, found);
  const plain = new Map<string, PlainReading>();
  const remembered = (key: string, read: () => PlainReading): PlainReading => {
    const reading = plain.get(key) ?? previous?.plain.get(key) ?? read();
    plain.set(key, reading);
    return reading;
  };
  const readPlain = (language: Language, text: string, path = '') =>
    remembered(`${language} ${path}\n${text}`, () => readOther(language, text, path));
  for (const { index, magics } of python) {
    for (const command of magics.commands) addReading(found[index]!, readPlain('shell', command.text), command);
    const { other } = magics;
    if (other) addReading(found[index]!, readPlain(other.language, other.excerpt.text, other.path), other.excerpt);
  }
  const scripts = cells.flatMap(({ text, language }, index) => (language === 'javascript' ? [{ index, text }] : []));
  const script = scripts.map(each => each.text).join('\n');
  const starts = startsOf(scripts);
  const reading = remembered(`scripts ${starts.join()}\n${script}`, () => readLinkedScripts(script, scripts, starts));
  bringHome(reading, starts, scripts, found);
  for (const language of CALL_LANGUAGES) {
    const program = cells.flatMap((cell, index) => (cell.language === language ? [{ index, text: cell.text }] : []));
    if (program.length === 0) continue;
    const magics = program.map(({ text }) => (language === 'go' ? readGoMagics(text) : { go: text, commands: [] }));
    program.forEach(({ index }, at) => {
      for (const command of magics[at]!.commands) addReading(found[index]!, readPlain('shell', command.text), command);
    });
    bringHome(readPlain(language, magics.map(each => each.go).join('\n')), startsOf(program), program, found);
  }
  cells.forEach(({ text, language }, index) => {
    if (!isLinked(language)) addReading(found[index]!, readPlain(language, text));
  });
  return {
    cells: found.map(each => ({ references: inOrder(each.references), codeHazards: each.codeHazards })),
    linked,
    plain,
  };
}

/** Do cells of that language make up one program, which was read as one? */
const isLinked = (language: Language): boolean =>
  language === 'python' || language === 'javascript' || CALL_LANGUAGES.includes(language as CallLanguage);

/** Where each text begins when they stand one after the other, with a line break between. */
function startsOf(cells: readonly Numbered[]): number[] {
  let at = 0;
  return cells.map(({ text }) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
}

function readLinkedScripts(script: string, cells: readonly Numbered[], starts: readonly number[]): PlainReading {
  if (!isWorthReading('javascript', script)) return NOTHING;
  return readScripts(
    script,
    cells.map(({ text }, index) => ({ start: starts[index]!, end: starts[index]! + text.length })),
  );
}

interface CellFindings {
  readonly references: Reference[];
  readonly codeHazards: CodeHazard[];
}

/** Gives what was found in the texts of some cells, one after the other, back to each. */
function bringHome(
  reading: { readonly references: readonly Reference[]; readonly codeHazards: readonly CodeHazard[] },
  starts: readonly number[],
  cells: readonly Numbered[],
  found: readonly CellFindings[],
): void {
  const homeOf = (at: Span) => {
    const part = starts.findLastIndex(start => start <= at.start);
    const cell = cells[part];
    return cell && { index: cell.index, start: starts[part]!, length: cell.text.length };
  };
  for (const reference of reading.references) {
    const home = homeOf(reference.span);
    if (home) found[home.index]!.references.push(atHome(reference, home));
  }
  for (const hazard of reading.codeHazards) {
    const home = homeOf(hazard.span);
    if (home) found[home.index]!.codeHazards.push(hazardAtHome(hazard, -home.start));
  }
}

const NOTHING: PlainReading = { references: [], codeHazards: [] };

/** A text of another language than Python; documents in documents are not read here. */
function readOther(language: Language, text: string, path: string): PlainReading {
  if (!isWorthReading(language, text)) return NOTHING;
  if (language === 'shell') return readShellScript(text);
  return PLAIN_READERS[language]?.({ path, text }) ?? NOTHING;
}

function addReading(cell: CellFindings, { references, codeHazards }: PlainReading, excerpt?: Excerpt): void {
  cell.references.push(...(excerpt ? references.map(each => liftReference(each, excerpt)) : references));
  cell.codeHazards.push(...(excerpt ? codeHazards.map(each => liftHazard(each, excerpt)) : codeHazards));
}

interface Home {
  readonly start: number;
  readonly length: number;
}

function atHome(reference: Reference, home: Home): Reference {
  const own = { start: home.start, end: home.start + home.length };
  return relocated(reference, {
    place: span => shifted(span, -home.start),
    placeStated: span => shifted(contains(own, span) ? span : reference.span, -home.start),
    pin: pin => (contains(own, pin.span) ? { ...pin, span: shifted(pin.span, -home.start) } : undefined),
  });
}

function hazardAtHome(hazard: CodeHazard, by: number): CodeHazard {
  const span = shifted(hazard.span, by);
  if (hazard.type !== 'unsafe-load' || !hazard.makeSafe) return { ...hazard, span };
  return { ...hazard, span, makeSafe: { ...hazard.makeSafe, span: shifted(hazard.makeSafe.span, by) } };
}
