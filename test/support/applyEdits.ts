import type { TextEdit } from '../../src/core/text/edit.ts';

/** Applies edits that do not overlap; their spans all speak of the text as it was before. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    result = result.slice(0, edit.span.start) + edit.newText + result.slice(edit.span.end);
  }
  return result;
}
