// @ts-check
// Shows the extension at work, on a fresh clone too: Node and npm are all it needs to begin with.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPackages } from './packages.mjs';

const HELP = `Opens the demo workspace with the extension in VS Code: the desktop's if "code" is on the path, else one in the browser.

  npm start [-- OPTIONS]

  --browser     use the one in the browser even if there is a desktop one
  --no-open     print the address and leave opening it to you
  --port N      serve the browser's on this port (default: any free one)

The workspace is copied afresh at every start, so the clone stays clean and nothing that you edit there is kept.
`;

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

async function main() {
  const { values: options } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      port: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (options.help) {
    console.log(HELP);
    return;
  }
  const port = options.port === undefined ? undefined : Number(options.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Error(`--port takes a number from 1 to 65535, not "${options.port}".`);
  }
  await installPackages(root, 'the packages of the project');
  // The rest is TypeScript, which can be read from here on.
  const { register } = await import('tsx/esm/api');
  register();
  const { openDemo } = await import('../../test/demo/openDemo.ts');
  await openDemo({ browserOnly: options.browser, open: !options['no-open'], ...(port === undefined ? {} : { port }) });
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
