import { Excerpt } from '../../text/excerpt.ts';

/** A cell or block of Go with the lines that are none of Go's blanked out, and the commands that stand in them. */
export interface GoParts {
  /** As long as the cell, so that offsets agree. */
  readonly go: string;
  readonly commands: readonly Excerpt[];
}

/** Source: GoNB, README, "Special commands": `%%` begins what runs, `!` a command, `!*` one where the program is built. */
const LINE = /^(?:%|!\*?(?![=(]))([^\n]*(?:(?<=\\)\r?\n[^\n]*)*)/gm;

const HAS_LINE = /^[%!]/m;

export function readGoMagics(cell: string): GoParts {
  if (!HAS_LINE.test(cell)) return { go: cell, commands: [] };
  const commands: Excerpt[] = [];
  const go = cell.replace(LINE, (line: string, rest: string, at: number) => {
    const end = at + line.length;
    if (line.startsWith('!'))
      commands.push(
        Excerpt.builder()
          .add(rest, end - rest.length)
          .build(),
      );
    return line.replace(/[^\r\n]/g, ' ');
  });
  return { go, commands };
}
