import type { Reading } from '../../src/core/reading.ts';
import { messageText } from '../../src/core/reports/escape.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';

/** Draws findings under the lines that they mark: the golden format of the fixtures. */
export function draw(reading: Reading, findings: readonly Finding[]): string {
  const lines = new LineIndex(reading.text);
  let drawn = '';
  let shown = -1;
  for (const finding of findings) {
    const at = lines.position(finding.span.start);
    const line = reading.text.slice(lines.lineStart(at.line), lines.lineEnd(at.line)).replace(/[\r\n]+$/, '');
    if (at.line !== shown) drawn += `${drawn ? '\n' : ''}${String(at.line + 1).padStart(3)} | ${line}\n`;
    shown = at.line;
    const width = Math.max(1, Math.min(finding.span.end, lines.lineStart(at.line) + line.length) - finding.span.start);
    const marks = `${' '.repeat(at.column)}${'^'.repeat(width)}`;
    drawn += `    | ${marks} ${finding.severity}${finding.suppressed ? ' (suppressed)' : ''} ${finding.rule}\n`;
    drawn += `    |   ${messageText(finding.message)}\n`;
    for (const fix of finding.fixes ?? []) drawn += `    |   fix${fix.preferred ? '*' : ' '} ${fix.title}\n`;
  }
  return drawn || 'nothing\n';
}
