/** No id is as long as this; the rest of such a line is dropped, so that a stream without line ends stays small. */
export const LINE_LIMIT = 1_000;

/** Cuts a stream of UTF-8 into lines, all lines of a chunk at once. `\n` and `\r\n` end a line; a byte order mark is dropped. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!.slice(0, LINE_LIMIT + 1);
    yield lines.map(trimmed);
  }
  rest += decoder.decode();
  if (rest !== '') yield [trimmed(rest)];
}

const trimmed = (line: string): string => line.slice(0, LINE_LIMIT).trim();
