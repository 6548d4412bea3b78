import { expect, test } from 'vitest';
import { overBudget, REFERENCE_WORK } from './budgets.mjs';

const results = [
  { name: 'unit', seconds: 121 },
  { name: 'api', seconds: 119 },
  { name: 'unknown', seconds: 1000 },
];
const budgets = { unit: 100, api: 100 };

test('a suite that passes its budget by more than a fifth is told', () => {
  expect(overBudget(results, REFERENCE_WORK, budgets)).toEqual([
    'unit took 121.0 s; its budget on this machine is 100.0 s.',
  ]);
});

test('a slow machine gets more time', () => {
  expect(overBudget(results, REFERENCE_WORK * 1.1, budgets)).toEqual([]);
});

test('a fast machine gets no less: its clocks go no faster', () => {
  expect(overBudget(results, REFERENCE_WORK * 0.5, budgets)).toEqual(
    overBudget(results, REFERENCE_WORK, budgets),
  );
});
