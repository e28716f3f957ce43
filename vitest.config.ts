import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A browser's worth of work shares two cores: more files at a time only slow each other down.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/property-seed.ts'],
    // What several files read is printed once in a run: see test/shipped-content.ts.
    globalSetup: ['test/shipped-folder.ts'],
  },
});
