import { Excerpt } from '../../text/excerpt.ts';
import { contains, type Span } from '../../text/span.ts';
import { addressReferences } from '../address/addressReferences.ts';
import { type CodeCellsReading, readCodeCells } from '../code/readCodeCells.ts';
import type { CodeHazard } from '../codeHazard.ts';
import { readGradioApps } from '../html/gradioApps.ts';
import { inOrder } from '../inOrder.ts';
import { liftHazard, liftReference } from '../lift.ts';
import { prefixedIds } from '../prefixedIds.ts';
import type { Reference } from '../reference.ts';
import { readCode } from './fences.ts';
import { readFrontMatter } from './frontMatter.ts';
import { quotedCode } from './inlineCode.ts';

export interface MarkdownReading {
  readonly references: readonly Reference[];
  readonly codeHazards: readonly CodeHazard[];
  /** Makes reading the next version cheap. */
  readonly code?: CodeCellsReading;
}

/** Reads a document: its front matter, its links, and the code that it shows. Names flow from block to block. */
export function readMarkdown(text: string, previous?: MarkdownReading): MarkdownReading {
  const { blocks, inline } = readCode(Excerpt.builder().add(text, 0).build());
  const quoted = inline.flatMap(excerpt => {
    const cell = quotedCode(excerpt);
    return cell ? [{ ...cell, excerpt }] : [];
  });
  const shown = [...blocks, ...quoted];
  const code = readCodeCells(
    shown.map(({ excerpt, language }) => ({ text: excerpt.text, language })),
    previous?.code,
  );
  const references: Reference[] = readFrontMatter(text);
  const codeHazards: CodeHazard[] = [];
  shown.forEach(({ excerpt }, index) => {
    const cell = code.cells[index]!;
    references.push(...cell.references.map(each => liftReference(each, excerpt)));
    codeHazards.push(...cell.codeHazards.map(each => liftHazard(each, excerpt)));
  });
  const read = blocks.filter(block => block.language !== 'other').map(block => block.span);
  references.push(...prefixedIds(text), ...readGradioApps(text), ...linksOutside(text, read));
  return { references: inOrder(references), codeHazards, code };
}

function linksOutside(text: string, passedOver: readonly Span[]): Reference[] {
  return addressReferences(text, at => at).filter(({ span }) => !passedOver.some(each => contains(each, span)));
}
