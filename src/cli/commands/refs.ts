import { referenceLine } from '../../core/reports/jsonl.ts';
import { referenceText } from '../../core/reports/listings.ts';
import type { Command } from '../command.ts';
import { exitCode } from '../exitCode.ts';
import { format } from '../options.ts';
import { engineFor, readFolders } from './scanFolders.ts';

const FORMATS = ['text', 'jsonl'] as const;

export const refsCommand: Command = {
  name: 'refs',
  purpose: 'List every reference to a repo, without judging it.',
  usage: 'refs [PATH…]',
  explains: [
    'Sorted by file, line and column. In text, columns count from 1 as in an editor; in jsonl they count from 0\nin UTF-16 units, as the schema says.',
  ],
  formats: FORMATS,
  options: ['format', 'output', 'exclude', 'no-gitignore', 'no-color', 'help'],
  examples: [
    ['model-trust refs', 'all references under this folder'],
    ['model-trust refs --format jsonl | jq -r .id | sort -u', 'the ids alone'],
    ["model-trust refs --exclude 'tests/' src", 'without the tests'],
  ],
  async run(args, world) {
    const chosen = format(args, FORMATS);
    const engine = await engineFor(args, world);
    const { files, failed } = await readFolders(engine, args, world);
    const paint = world.paint(args);
    const output = await world.open(args);
    for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      const lines = file.references.map(placed =>
        chosen === 'jsonl' ? referenceLine(file.path, placed) : referenceText(file.path, placed, paint),
      );
      await output.write(lines.join(''));
    }
    await output.finish();
    return failed ? exitCode.unfinished : exitCode.clean;
  },
};
