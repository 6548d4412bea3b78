import { expect, test } from 'vitest';
import { mayTakeBack } from './may-take-back.ts';

const own = { createdBy: 'pat', updatedBy: 'pat' };
const corrected = { createdBy: 'pat', updatedBy: 'fran' };

test('a pumper takes back what nobody but they entered, a manager anything, and a viewer nothing', () => {
  const may = (role: 'OPERATOR' | 'MANAGER' | 'VIEWER', record: typeof own) =>
    mayTakeBack({ id: 'pat', role }, record);
  expect([may('OPERATOR', own), may('OPERATOR', corrected)]).toEqual([true, false]);
  expect([may('MANAGER', corrected), may('VIEWER', own)]).toEqual([true, false]);
});
