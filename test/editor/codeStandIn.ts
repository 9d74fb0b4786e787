// Stands in for the desktop's `code`: takes the arguments that @vscode/test-electron gives it, and does the same in the
// workbench in the browser. It shows that the script for the desktop works, on machines that cannot download VS Code.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installBrowser, launchBrowser } from './browser.ts';
import { runInHost } from './hostRun.ts';
import { installEditor } from './install.ts';
import { makeProfile } from './profile.ts';
import { root } from './results.ts';
import { installExtension, startServer } from './server.ts';

/** Lays an executable into the folder, where `code` and its command line are looked for; returns its path. */
export function layStandIn(folder: string): string {
  const code = join(folder, 'code');
  const script = `#!/bin/sh\ncd '${root}' && exec '${process.execPath}' --import tsx '${fileURLToPath(import.meta.url)}' "$@"\n`;
  mkdirSync(join(folder, 'bin'), { recursive: true });
  for (const file of [code, join(folder, 'bin', 'code')]) {
    writeFileSync(file, script);
    chmodSync(file, 0o755);
  }
  return code;
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: {
      'user-data-dir': text,
      'install-extension': text,
      extensionDevelopmentPath: text,
      extensionTestsPath: text,
    },
    strict: false,
    allowPositionals: true,
  });
  const editor = await installEditor();
  const profile = makeProfile(dirname(String(values['user-data-dir'])));
  const vsix = values['install-extension'];
  if (vsix !== undefined) {
    await installExtension(editor, profile, String(vsix));
    return 0;
  }
  const browser = await launchBrowser(await installBrowser());
  const server = await startServer(editor, profile, { testDriver: true });
  try {
    const page = await browser.newPage();
    const shown = {
      folder: positionals[0]!,
      extension: String(values['extensionDevelopmentPath']),
      tests: String(values['extensionTestsPath']),
    };
    return (await runInHost(page, server, shown)) === 'exit code 0' ? 0 : 1;
  } finally {
    await browser.close();
    await server.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
