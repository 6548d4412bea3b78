import { defineConfig } from '@playwright/test';
import { inTurn, isDeep } from '@wellpulse/testing/depth';
import { chromium } from './support/stack/chromium.ts';
import { DAYS, DEEP, type WorkspaceOptions } from './support/test.ts';

const today = inTurn(DAYS, DAYS.length);
const notToday = isDeep ? [] : [DEEP, ...DAYS.filter((day) => !today.includes(day))];

/** Browser tests against a stack of their own, started as `npm start` starts it, in the browser that is installed. */
export default defineConfig<WorkspaceOptions>({
  testDir: './tests',
  outputDir: './test-results',
  globalSetup: './support/stack/global-setup.ts',
  ...(notToday.length > 0 ? { grepInvert: notToday.map(({ tag }) => new RegExp(tag)) } : {}),
  fullyParallel: true,
  // A page waits more than it computes. Tests share tenants, but no well, item or device.
  workers: 3,
  // Tried again only to record a trace: a test that passes then is flaky, and fails the run.
  retries: 1,
  failOnFlakyTests: true,
  forbidOnly: true,
  // Only what hangs should meet them: the machine may be busy with other things.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    // Far from the tenants' zone: a day that comes from the browser's clock is wrong most of the time.
    timezoneId: 'Pacific/Auckland',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: { mode: 'on-first-retry', screenshots: false },
    launchOptions: chromium(),
  },
});
