import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../paths.mjs';
import { playwrightTimes, slowest, vitestTimes } from './slowest.mjs';

test('the times of files and tests come from the reports of both runners', () => {
  const assertionResults = [{ fullName: 'adds', duration: 250 }, { fullName: 'waits' }];
  const testResults = [{ name: join(root, 'a.test.ts'), startTime: 1000, endTime: 3500, assertionResults }];
  expect(vitestTimes({ testResults })).toEqual({
    files: [{ name: 'a.test.ts', seconds: 2.5 }],
    tests: [
      { name: 'a.test.ts › adds', seconds: 0.25 },
      { name: 'a.test.ts › waits', seconds: 0 },
    ],
  });

  /** @param {string} title @param {number[]} durations one a try */
  const spec = (title, ...durations) => ({
    title,
    file: 'a.spec.ts',
    line: 7,
    tests: [{ status: 'expected', results: durations.map((duration) => ({ duration })) }],
  });
  const suites = [{ specs: [spec('opens', 500)], suites: [{ specs: [spec('closes', 1000, 500)] }] }];
  expect(playwrightTimes({ suites })).toEqual({
    files: [{ name: 'a.spec.ts', seconds: 2 }],
    tests: [
      { name: 'a.spec.ts:7 › opens', seconds: 0.5 },
      { name: 'a.spec.ts:7 › closes', seconds: 1.5 },
    ],
  });
});

test('the slowest are told first, and only so many', () => {
  const timed = [
    { name: 'quick', seconds: 0.1 },
    { name: 'slow', seconds: 12 },
    { name: 'medium', seconds: 3 },
  ];
  expect(slowest(timed, 2)).toEqual(['   12.0 s  slow', '    3.0 s  medium']);
});
