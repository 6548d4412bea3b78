import { expect, test } from 'vitest';
import { BRIDGE_VERSION } from '../../../shared/bridge/program.ts';
import { troubleOf } from './trouble-of.ts';

test('a page that belongs to another build than main asks to close the program, whatever main says of its data', () => {
  expect(troubleOf({ bridgeVersion: BRIDGE_VERSION + 1, trouble: null })).toBe('REPLACED');
  expect(troubleOf({ bridgeVersion: BRIDGE_VERSION - 1, trouble: 'DAMAGED' })).toBe('REPLACED');
});

test('main and page of one build say what main knows', () => {
  expect(troubleOf({ bridgeVersion: BRIDGE_VERSION, trouble: null })).toBeNull();
  expect(troubleOf({ bridgeVersion: BRIDGE_VERSION, trouble: 'NEWER' })).toBe('NEWER');
});
