import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/document.ts';
import { ignoreOnLine } from '../../../src/core/rules/ignoreFix.ts';
import { readSuppressions, silencer } from '../../../src/core/rules/suppressions.ts';
import { LineIndex } from '../../../src/core/text/lineIndex.ts';
import { applyEdits } from '../../support/applyEdits.ts';

/** The text after ignoring `same-name` at the marked place. */
function ignored(language: Language, marked: string): string | undefined {
  const start = marked.indexOf('‹');
  const text = marked.replace('‹', '');
  const reading = { path: 'x', language, text, references: [], hazards: [], suppressions: [] };
  const fix = ignoreOnLine(reading, { rule: 'same-name', span: { start, end: start + 1 } });
  return fix && applyEdits(text, fix.edits);
}

describe('ignoring on a line', () => {
  it.each<[Language, string, string]>([
    ['python', 'm = load("‹a/b")\nn = 1\n', 'm = load("a/b")  # model-trust: ignore[same-name]\nn = 1\n'],
    ['python', 'm = load("‹a/b")\r\nn = 1', 'm = load("a/b")  # model-trust: ignore[same-name]\r\nn = 1'],
    [
      'shell',
      '  hf download ‹a/b \\\n    --revision main',
      '  # model-trust: ignore[same-name]\n  hf download a/b \\\n    --revision main',
    ],
    ['batch', 'hf download ‹a/b', 'rem model-trust: ignore[same-name]\nhf download a/b'],
    ['powershell', 'hf download ‹a/b', 'hf download a/b  # model-trust: ignore[same-name]'],
    [
      'markdown',
      'See [it](https://hf.co/‹a/b).',
      'See [it](https://hf.co/a/b).  <!-- model-trust: ignore[same-name] -->',
    ],
    ['markdown', '```py\nload("‹a/b")\n```', '```py\nload("a/b")  # model-trust: ignore[same-name]\n```'],
    ['markdown', '```py\nx\n```\nrun ‹a', '```py\nx\n```\nrun a  <!-- model-trust: ignore[same-name] -->'],
  ])('%s: %j', (language, before, after) => {
    expect(ignored(language, before)).toBe(after);
  });

  it('is not offered inside a string, nor where the format has no comments', () => {
    expect(ignored('python', 'x = f"""\n{load("‹a/b")}\n"""')).toBeUndefined();
    expect(ignored('notebook', '"‹a/b"')).toBeUndefined();
  });

  it('silences its line in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ' ', '\n', '\\', '#', '`', '\r') }),
        fc.nat(),
        (text, place) => {
          const start = text.length === 0 ? 0 : place % text.length;
          const reading = {
            path: 'x',
            language: 'python' as const,
            text,
            references: [],
            hazards: [],
            suppressions: [],
          };
          const fix = ignoreOnLine(reading, { rule: 'same-name', span: { start, end: start } });
          if (!fix) return;
          const after = applyEdits(text, fix.edits);
          const moved = fix.edits[0]!.span.start <= start ? fix.edits[0]!.newText.length : 0;
          const line = new LineIndex(after).position(start + moved).line;
          expect(silencer(readSuppressions(after))('same-name', line)).toBe(true);
        },
      ),
    );
  });
});
