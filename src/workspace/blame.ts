/** By a line's text without the blanks around it: when it was written, in milliseconds since 1970. */
export type WrittenLines = ReadonlyMap<string, number>;

/**
 * Reads `git blame --porcelain`. Where one text stands on several lines, the youngest of them counts: nobody is to be
 * told that a line is older than it is.
 */
export function parseBlame(output: string): WrittenLines {
  const times = new Map<string, number>();
  const lines = new Map<string, number>();
  let commit = '';
  for (const line of output.split('\n')) {
    if (line.startsWith('\t')) {
      const text = line.slice(1).trim();
      const time = times.get(commit);
      if (time !== undefined && text !== '') lines.set(text, Math.max(time, lines.get(text) ?? 0));
      continue;
    }
    const header = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line);
    if (header) commit = header[1]!;
    // Both can be set by who commits; the author's time survives a rebase, the committer's is when it came to this history.
    const time = /^author-time (\d{1,12})$/.exec(line)?.[1];
    if (time !== undefined) times.set(commit, Number(time) * 1000);
  }
  return lines;
}
