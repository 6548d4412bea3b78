import { defineConfig } from 'vitest/config';
import { SlowFilesFirst } from './scripts/lib/slow-files-first.mjs';
import { mutantPlugins } from './scripts/lib/vitest-mutant.mjs';

/** Only what hangs should meet it: some tests run whole programs, and the machine may be busy with other things. */
const TIMEOUT = 240_000;

/**
 * Two projects: `unit` needs no server of ours (the embedded servers' own tests start theirs); `api` runs against one
 * embedded PostgreSQL that its global setup starts.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: SlowFilesFirst },
    // A mutant must not be read from what was kept of the file as it is.
    fsModuleCache: process.env['WELLPULSE_MUTANT'] === undefined,
    projects: [
      {
        plugins: mutantPlugins(),
        test: {
          name: 'unit',
          include: [
            'packages/**/*.test.{ts,tsx}',
            'apps/device/**/*.test.ts',
            'apps/launcher/**/*.test.ts',
            'apps/web/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.mjs',
            'docs/**/*.test.ts',
          ],
          // Schemas and rules are evaluated once a worker, not once a file: that took half of the time.
          isolate: false,
          maxWorkers: 3,
          testTimeout: TIMEOUT,
          hookTimeout: TIMEOUT,
        },
      },
      {
        test: {
          name: 'api',
          root: 'apps/api',
          include: ['**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          // Each file has an API and databases of its own; loading Nest anew for each would take longer than its tests.
          isolate: false,
          // They share one PostgreSQL server and its 200 connections.
          maxWorkers: 3,
          testTimeout: TIMEOUT,
          hookTimeout: TIMEOUT,
        },
      },
    ],
  },
});
