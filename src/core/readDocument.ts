import type { SourceDocument } from './document.ts';
import type { Hazard } from './hazard.ts';
import { readInstructionHazards } from './instructions/readInstructionHazards.ts';
import type { Reading } from './reading.ts';
import { type FileCell, fileCells } from './references/notebook/cells.ts';
import { cellPositions } from './references/notebook/readNotebook.ts';
import { readReferences } from './references/readReferences.ts';
import type { Reference } from './references/reference.ts';
import { readSuppressions } from './rules/suppressions.ts';
import { contains } from './text/span.ts';
import { isPolicy, readPolicy } from './trust/policy.ts';

/** Reads a text once for all that it says. With the reading of its last version, a keystroke costs what it changed. */
export function readDocument(document: SourceDocument, previous?: Reading): Reading {
  const { path, language, text } = document;
  const memory = readReferences(document, previous?.language === language ? previous.memory : undefined);
  const hazards: Hazard[] = [...memory.codeHazards, ...readInstructionHazards(document, memory.python?.tree)];
  if (language === 'notebook') hazards.push(...cellHazards(path, memory.notebook?.cells ?? fileCells(text)));
  return {
    path,
    language,
    text,
    references: isPolicy(path) ? besidesPolicy(text, memory.references) : memory.references,
    hazards: hazards.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    suppressions: readSuppressions(text),
    memory,
  };
}

/** Reads a text for its references alone: its hazards and suppressions are not looked for. */
export const readReferencesOf = (document: SourceDocument): Reading => ({
  ...document,
  references: readReferences(document).references,
  hazards: [],
  suppressions: [],
});

/**
 * A policy names repos to judge them, not to load them. All else in a file of this name is read as in any other, or it
 * would be the place to hide things in.
 */
function besidesPolicy(text: string, references: readonly Reference[]): readonly Reference[] {
  if (references.length === 0) return references;
  const { words } = readPolicy(text);
  return references.filter(({ span }) => !words.some(word => contains(word, span)));
}

/** What the cells of a notebook file tell their reader to do; tokens are found in the file as it is. */
function cellHazards(path: string, cells: readonly FileCell[]): Hazard[] {
  return cells.flatMap(cell => {
    const { language, excerpt } = cell;
    const position = cellPositions(cell);
    return readInstructionHazards({ path, language, text: excerpt.text })
      .filter(hazard => hazard.type !== 'leaked-token')
      .map(hazard => ({ ...hazard, span: excerpt.toOuter(hazard.span), cell: position(hazard.span.start) }));
  });
}
