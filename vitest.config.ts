import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/editor/**', 'test/bench/**', '**/node_modules/**'],
    // A guard against hanging, not a measure: a busy machine may take ten times as long as a quiet one.
    testTimeout: 60_000,
  },
});
