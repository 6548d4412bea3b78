import { expect, test } from 'vitest';
import { playwrightCounts, summary, total, vitestCounts } from './counts.mjs';

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, testResults: [] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

test('what passed, failed and was skipped is counted', () => {
  expect(vitestCounts({ ...vitest, numFailedTests: 2, numPendingTests: 1 }, 1)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 1,
  });
  const stats = { expected: 3, unexpected: 2, flaky: 0, skipped: 1 };
  expect(playwrightCounts({ stats, errors: [] }, 1)).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test('a test file that could not be loaded is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(vitestCounts({ ...vitest, testResults }, 1).failed).toBe(1);
});

test('a run that ended badly without a failed test is a failure', () => {
  expect(vitestCounts(vitest, 1).failed).toBe(1);
  expect(playwrightCounts(playwright, 1).failed).toBe(1);
  expect(playwrightCounts({ ...playwright, errors: [{}] }, 1).failed).toBe(1);
});

test('a run of no tests is a failure', () => {
  expect(vitestCounts({ ...vitest, numPassedTests: 0 }, 0).failed).toBe(1);
});

test('a browser test that passed only when it was tried again has failed', () => {
  const stats = { ...playwright.stats, flaky: 1 };
  expect(playwrightCounts({ stats, errors: [] }, 0)).toMatchObject({ passed: 3, failed: 1 });
});

test('the last line sums everything, and speaks of skipped tests only if there are any', () => {
  const all = [
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 3, failed: 1, skipped: 0 },
  ];
  expect(summary(total(all))).toBe('5 passed, 1 failed');
  expect(summary(total([...all, { passed: 0, failed: 0, skipped: 4 }]))).toBe(
    '5 passed, 1 failed, 4 skipped',
  );
});
