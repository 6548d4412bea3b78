import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { SlowFilesFirst } from './scripts/lib/slow-files-first.mjs';
import { mutantPlugins } from './scripts/lib/vitest-mutant.mjs';

/** Only what hangs should meet it: some tests run whole programs, and the machine may be busy with other things. */
const TIMEOUT = 240_000;

/** Packages that phones run. Their tests run where everything is taken away that a phone's engine lacks (ADR 82). */
const PHONE_TESTS = [
  'packages/testing/src/phone/take-away.test.ts',
  'packages/{contracts,domain,tokens,words}/**/*.test.ts',
  // A device under test has a server of Node's beside it.
  'packages/forms/src/!(adapters)/**/*.test.ts',
  'packages/offline/src/!(fetch)/**/*.test.ts',
  'packages/offline/src/*.test.ts',
];

const UNIT = {
  // Schemas and rules are evaluated once a worker, not once a file: that took half of the time.
  isolate: false,
  maxWorkers: 3,
  testTimeout: TIMEOUT,
  hookTimeout: TIMEOUT,
} as const;

/** Screens of the phone, drawn by React Native for browsers. Modules of phones are not what they import. */
const PHONE_SCREENS = 'apps/mobile/src/**/*.test.tsx';
const fixture = (name: string): string =>
  fileURLToPath(new URL(`apps/mobile/src/testing/${name}.fixture.tsx`, import.meta.url));

/**
 * Four projects: `unit`, `unit-phone` and `unit-screens` need no server of ours (the embedded servers' own tests start theirs). `api` runs
 * against one embedded PostgreSQL that its global setup starts.
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
          ...UNIT,
          name: 'unit',
          include: [
            'packages/**/*.test.{ts,tsx}',
            'apps/{device,desktop,mobile}/**/*.test.{ts,tsx}',
            'apps/launcher/**/*.test.ts',
            'apps/web/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.mjs',
            'docs/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', ...PHONE_TESTS, PHONE_SCREENS],
        },
      },
      {
        plugins: mutantPlugins(),
        test: {
          ...UNIT,
          name: 'unit-phone',
          include: PHONE_TESTS,
          exclude: ['**/node_modules/**'],
          setupFiles: ['packages/testing/src/phone/take-away.ts'],
        },
      },
      {
        plugins: mutantPlugins(),
        resolve: {
          alias: {
            'react-native': fixture('react-native'),
            'react-native-svg': fixture('modules'),
            'react-native-safe-area-context': fixture('modules'),
            'expo-router': fixture('modules'),
          },
          extensions: ['.web.tsx', '.web.ts', '.tsx', '.ts', '.mjs', '.js'],
        },
        test: {
          ...UNIT,
          name: 'unit-screens',
          include: [PHONE_SCREENS],
          setupFiles: [fixture('observed')],
          exclude: ['**/node_modules/**'],
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
