import type { BuildOptions } from 'esbuild';

/** A program of Node, bundled as the shipped ones are, so that what runs in a test or a bench is what users run. */
export const nodeProgram = {
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
} as const satisfies BuildOptions;
