export {};

/** `npm run bench -- NAME [options]`: the measures of the project. Without a name it says which there are. */
const BENCHES: Readonly<Record<string, { readonly says: string; readonly run: () => Promise<unknown> }>> = {
  names: { says: 'recall of generated squats, and false alarms: [--negatives FILE]', run: () => import('./names.ts') },
  calibration: {
    says: 'verdicts against what is known of the repos: writes media/docs/calibration.md',
    run: () => import('./calibration.ts'),
  },
  'name-speed': { says: 'look-up, load and size of the name index', run: () => import('./nameSpeed.ts') },
  keystroke: {
    says: 'a keystroke in a 5,000-line Python file',
    run: async () => (await import('./keystroke.ts')).run(process.argv.slice(2)),
  },
  scan: {
    says: 'a workspace scan against a plain loop over the same files: [DIR] [--files N] [--only time|cancel|long|others]',
    run: async () => (await import('./scan.ts')).run(process.argv.slice(2)),
  },
  server: {
    says: 'the same keystroke in the language server, to its diagnostics',
    run: async () => (await import('./serverKeystroke.ts')).run(process.argv.slice(2)),
  },
};

const name = process.argv[2];
const bench = name === undefined ? undefined : BENCHES[name];
if (bench) {
  process.argv.splice(2, 1);
  await bench.run();
} else {
  console.error('usage: npm run bench -- NAME [options]\n');
  for (const [known, { says }] of Object.entries(BENCHES)) console.error(`  ${known.padEnd(12)} ${says}`);
  process.exitCode = name === undefined ? 0 : 2;
}
