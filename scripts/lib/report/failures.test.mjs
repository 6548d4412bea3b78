import { expect, test } from 'vitest';
import { playwrightFailures, told, vitestFailures } from './failures.mjs';

test('each failed test of Vitest is named with its file and what it said', () => {
  const testResults = [
    {
      name: 'a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'adds', failureMessages: [] },
        {
          status: 'failed',
          fullName: 'subtracts',
          failureMessages: ['expected \u001b[31m1\u001b[39m to be 2'],
        },
      ],
    },
    { name: 'b.test.ts', status: 'failed', message: 'cannot be loaded', assertionResults: [] },
    { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [] },
  ];
  expect(vitestFailures({ testResults })).toEqual([
    'a.test.ts › subtracts\nexpected 1 to be 2',
    'b.test.ts\ncannot be loaded',
  ]);
});

test('each failed or flaky test of Playwright is named with its place and what it said', () => {
  /** @param {string} status @param {string[]} messages */
  const spec = (status, ...messages) => ({
    title: 'opens',
    file: 'a.spec.ts',
    line: 7,
    tests: [{ status, results: messages.map((message) => ({ errors: [{ message }] })) }],
  });
  const suites = [
    {
      specs: [spec('expected')],
      suites: [{ specs: [spec('unexpected', 'no', 'still no'), spec('flaky', 'not yet')] }],
    },
  ];
  expect(playwrightFailures({ suites, errors: [{ message: 'no browser' }] })).toEqual([
    'a.spec.ts:7 › opens\nno\nstill no',
    'a.spec.ts:7 › opens (passed when tried again)\nnot yet',
    'no browser',
  ]);
});

test('what is long is cut', () => {
  const text = told(Array.from({ length: 100 }, (_, line) => `line ${String(line)}`).join('\n'));
  expect(text).toMatch(/^line 0\n/);
  expect(text).toMatch(/line 39\n…$/);
});
