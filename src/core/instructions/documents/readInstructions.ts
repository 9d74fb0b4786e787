import type { SourceDocument } from '../../document.ts';
import type { InstructionHazard } from '../../hazard.ts';
import { type CardSubject, readContext } from './card.ts';
import { commandHazards } from './commands.ts';
import { downloadHazards } from './downloads.ts';
import { launcherHazards } from './launcherHazards.ts';
import { withoutMarks } from './marks.ts';
import { type Page, searcher, settle } from './page.ts';
import { readPassages } from './passages.ts';
import { pasteHazards } from './pastes.ts';

/** Longer documents are read up to here. The longest model cards are a few hundred kilobytes. */
const LENGTH_LIMIT = 2_000_000;

/** What a Markdown document tells its reader to do that a model rarely needs. Sorted by position, without overlaps in a family. */
export function readInstructions(document: SourceDocument, subject?: CardSubject): InstructionHazard[] {
  const text = document.text.slice(0, LENGTH_LIMIT);
  const words = withoutMarks(text);
  const page: Page = {
    path: document.path,
    text,
    words,
    passages: readPassages(text),
    context: readContext({ ...document, text }, subject),
    mayHold: searcher(text, words),
  };
  const commands = commandHazards(page);
  const downloads = downloadHazards(page);
  return settle([...commands, ...downloads, ...pasteHazards(page, commands), ...launcherHazards(page, commands)]);
}
