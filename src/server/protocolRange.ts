import type { TextEdit as ProtocolEdit, Range } from 'vscode-languageserver';
import type { TextEdit } from '../core/text/edit.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';

/** Both sides count UTF-16 units from zero, so this is only a change of words. */
export function toRange(lines: LineIndex, span: Span): Range {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

export const toProtocolEdit = (lines: LineIndex, edit: TextEdit): ProtocolEdit => ({
  range: toRange(lines, edit.span),
  newText: edit.newText,
});
