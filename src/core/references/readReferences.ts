import type { SourceDocument } from '../document.ts';
import type { CodeHazard } from './codeHazard.ts';
import { type PythonReading, readPython } from './python/readPython.ts';
import type { Reference } from './reference.ts';
import { readShell } from './shell/readShell.ts';

/** What a text says of Hub repos, and what makes reading its next version cheap. */
export interface Reading {
  /** By position; no place twice. */
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
  readonly python?: PythonReading;
}

const NOTHING: Reading = { references: [], codeHazards: [] };

/** Reads the references of one document; with the reading of its last version, a keystroke costs what it changed. */
export function readReferences(document: SourceDocument, previous?: Reading): Reading {
  switch (document.language) {
    case 'python': {
      const python = readPython(document.text, previous?.python);
      return { references: python.references, codeHazards: python.codeHazards, python };
    }
    case 'shell':
      return readShell(document.text);
    default:
      return NOTHING;
  }
}
