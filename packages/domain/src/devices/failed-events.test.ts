import { expect, test } from 'vitest';
import { isFailedEvent } from './failed-events.ts';

const NOW = '2025-10-31T12:00:00.000Z';
const isFailed = (given: Partial<Parameters<typeof isFailedEvent>[0]>): boolean =>
  isFailedEvent({ isRefused: true, receivedAt: '2025-10-30T12:00:00.000Z', isDone: false, ...given }, NOW);

test('a refused event counts for thirty days, or until somebody has entered it or left it out', () => {
  expect(isFailed({})).toBe(true);
  expect(isFailed({ receivedAt: '2025-10-01T12:00:00.001Z' })).toBe(true);
  expect(isFailed({ receivedAt: '2025-10-01T12:00:00.000Z' })).toBe(false);
  expect(isFailed({ isDone: true })).toBe(false);
  expect(isFailed({ isRefused: false })).toBe(false);
});
