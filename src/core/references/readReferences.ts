import type { SourceDocument } from '../document.ts';
import type { CodeHazard } from './codeHazard.ts';
import { type MarkdownReading, readMarkdown } from './markdown/readMarkdown.ts';
import { type NotebookFileReading, readNotebookFile } from './notebook/readNotebook.ts';
import { PLAIN_READERS } from './plainReaders.ts';
import { isWorthReading } from './prefilter.ts';
import { type PythonReading, readPython } from './python/readPython.ts';
import type { Reference } from './reference.ts';
import { readShellScript } from './writtenFiles.ts';

/** What a text says of Hub repos, and what makes reading its next version cheap. */
export interface Reading {
  /** By position; no place twice. */
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
  readonly python?: PythonReading;
  readonly markdown?: MarkdownReading;
  readonly notebook?: NotebookFileReading;
}

const NOTHING: Reading = { references: [], codeHazards: [] };

/** Reads the references of one document; with the reading of its last version, a keystroke costs what it changed. */
export function readReferences(document: SourceDocument, previous?: Reading): Reading {
  const { language, text } = document;
  if (!isWorthReading(language, text)) return NOTHING;
  switch (language) {
    case 'python': {
      const python = readPython(text, previous?.python);
      return { references: python.references, codeHazards: python.codeHazards, python };
    }
    case 'shell':
      return readShellScript(text);
    case 'markdown': {
      const markdown = readMarkdown(text, previous?.markdown);
      return { references: markdown.references, codeHazards: markdown.codeHazards, markdown };
    }
    case 'notebook': {
      const notebook = readNotebookFile(text, previous?.notebook);
      return { references: notebook.references, codeHazards: notebook.codeHazards, notebook };
    }
    default:
      return PLAIN_READERS[language]?.(document) ?? NOTHING;
  }
}
