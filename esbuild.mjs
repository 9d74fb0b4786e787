// Bundles every front into dist/ and lays the data that they read beside them.
//   node esbuild.mjs [--minify]
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { proxyApart } from './src/tools/proxyApart.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({ options: { minify: { type: 'boolean', default: false } } });

/** What is bundled. `command`: a shell starts it, so it needs a first line that says how. */
const bundles = [
  { from: 'src/extension/extension.ts', to: 'dist/extension.cjs', format: 'cjs', external: ['vscode'] },
  { from: 'src/workspace/scanWorker.ts', to: 'dist/scanWorker.mjs', format: 'esm' },
  { from: 'src/server/node.ts', to: 'dist/server.cjs', format: 'cjs', command: true },
  { from: 'src/cli/main.ts', to: 'dist/cli.mjs', format: 'esm', command: true },
  { from: 'src/hub/proxyFetch.ts', to: 'dist/proxyFetch.mjs', format: 'esm' },
  { from: 'webview/main.ts', to: 'dist/webview/report.js', format: 'iife', platform: 'browser' },
];

/** What the bundles read at run time. */
const data = [
  { from: 'src/data/names/index.bin', to: 'dist/data/names/index.bin' },
  { from: 'src/data/advisories', to: 'dist/data/advisories' },
  { from: 'src/data/schemas', to: 'dist/data/schemas' },
  { from: 'media/docs', to: 'dist/data/docs' },
];

// A CommonJS bundle has no import.meta, an ES module no require; each side is given the other's.
const shims = {
  cjs: {
    define: { 'import.meta.url': 'bundleUrl' },
    code: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;",
  },
  esm: {
    define: {},
    code: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  iife: { define: {}, code: '' },
};

async function bundle({ from, to, format, platform = 'node', external = [], command = false }) {
  const source = readFileSync(join(root, from), 'utf8');
  const firstLine = command && !source.startsWith('#!') ? '#!/usr/bin/env node\n' : '';
  await build({
    absWorkingDir: root,
    entryPoints: [from],
    outfile: to,
    format,
    external,
    bundle: true,
    platform,
    // The oldest editor that we support shows its pages with Chromium 132.
    target: platform === 'node' ? 'node20' : 'chrome132',
    // jsonc-parser's `main` is UMD, whose inner requires cannot be followed.
    mainFields: ['module', 'main'],
    define: shims[format].define,
    plugins: [proxyApart],
    banner: { js: firstLine + shims[format].code },
    minify: flags.minify,
    sourcemap: flags.minify ? false : 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  });
  if (command) chmodSync(join(root, to), 0o755);
  console.log(`${to}  ${Math.round(statSync(join(root, to)).size / 1024)} KB`);
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
for (const entry of bundles) {
  if (!existsSync(join(root, entry.from))) {
    console.log(`${entry.to}  left out: there is no ${entry.from} yet`);
    continue;
  }
  try {
    await bundle(entry);
  } catch (error) {
    if (!error.errors) throw error;
    process.exit(1); // What does not build has been said by esbuild.
  }
}
for (const { from, to } of data) {
  if (!existsSync(join(root, from))) {
    console.log(`${to}  left out: there is no ${from} yet`);
    continue;
  }
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(join(root, from), join(root, to), { recursive: true });
}
