import { expect, test } from 'vitest';
import { enterAnew } from './enter-anew.ts';

const DAY = { productionDate: '2025-10-20' };

test('a creation beside a reading that stands changes what it names, and clears nothing', () => {
  const payload = { ...DAY, oilVolume: 40, gasVolume: null };
  expect(enterAnew('PRODUCTION_CREATED', payload, { version: 3 })).toEqual({
    eventType: 'PRODUCTION_UPDATED',
    payload: { ...DAY, oilVolume: 40 },
  });
  expect(enterAnew('PRODUCTION_CREATED', payload, undefined)).toEqual({
    eventType: 'PRODUCTION_CREATED',
    payload,
  });
});

test('a change of a reading that is gone makes it again only with a volume', () => {
  expect(enterAnew('PRODUCTION_UPDATED', { ...DAY, oilVolume: 40 }, undefined)).toMatchObject({
    eventType: 'PRODUCTION_CREATED',
  });
  expect(enterAnew('PRODUCTION_UPDATED', { ...DAY, notes: 'x' }, undefined)).toMatchObject({
    eventType: 'PRODUCTION_UPDATED',
  });
});

test('what no rule can read is entered by nobody', () => {
  expect(enterAnew('PRODUCTION_CREATED', { oilVolume: 40 }, undefined)).toBeNull();
  expect(enterAnew('PRODUCTION_DELETED', { ...DAY, junk: 1 }, undefined)).toBeNull();
});
