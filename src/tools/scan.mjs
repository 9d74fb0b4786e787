// @ts-check
// `npm run scan -- DIR`: the command line's scan, of the sources as they are now. Paths are relative to where npm was called.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './packages.mjs';
import { run, say } from './steps.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cli = join(root, 'dist', 'cli.mjs');

try {
  await installPackages(root, 'the packages of the project');
  say('Building');
  const { ok, output } = await run(process.execPath, ['esbuild.mjs'], { cwd: root, minutes: 5 });
  if (!ok) throw new Error(output);
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  const { code } = await run(process.execPath, [cli, 'scan', ...process.argv.slice(2)], {
    cwd,
    minutes: 60,
    show: true,
  });
  process.exitCode = code ?? 3;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 3;
}
