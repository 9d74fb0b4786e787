import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINE_LIMIT, linesOf } from '../../src/cli/lines.ts';

async function linesIn(chunks: Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  async function* given() {
    yield* chunks;
  }
  for await (const some of linesOf(given())) lines.push(...some);
  return lines;
}

test('lines are the same, wherever the stream is cut', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '/', 'ä', '🤗', '\r\n', '\n', ' '), maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(80), { maxLength: 5 }), async (content, cuts) => {
      const bytes = new TextEncoder().encode(content);
      const places = [0, ...cuts.map(cut => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
      const chunks = places.slice(1).map((end, i) => bytes.subarray(places[i], end));
      const filled = (lines: string[]) => lines.filter(line => line !== '');
      expect(filled(await linesIn(chunks))).toEqual(filled(content.split('\n').map(line => line.trim())));
    }),
  );
});

test('a line that does not end is cut, and the next one is whole', async () => {
  const chunks = Array.from({ length: 50 }, () => Buffer.alloc(10_000, 'x'));
  expect(await linesIn([...chunks, Buffer.from('\nnext\n')])).toEqual(['x'.repeat(LINE_LIMIT), 'next']);
});
