import type { SourceDocument } from './document.ts';
import { readInstructionHazards } from './instructions/readInstructionHazards.ts';
import type { Reading } from './reading.ts';
import { readReferences } from './references/readReferences.ts';
import { readSuppressions } from './rules/suppressions.ts';

/** Reads a text once for all that it says. With the reading of its last version, a keystroke costs what it changed. */
export function readDocument(document: SourceDocument, previous?: Reading): Reading {
  const { path, language, text } = document;
  const memory = readReferences(document, previous?.language === language ? previous.memory : undefined);
  const hazards = [...memory.codeHazards, ...readInstructionHazards(document, memory.python?.tree)];
  return {
    path,
    language,
    text,
    references: memory.references,
    hazards: hazards.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    suppressions: readSuppressions(text),
    memory,
  };
}
