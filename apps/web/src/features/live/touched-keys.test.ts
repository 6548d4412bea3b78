import { ENTITIES } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { keys } from '../../queries/query-keys.ts';
import { mergeChanges, touchedKeys } from './touched-keys.ts';

const WELL = '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d';
const OTHER = '7d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f';

/** As TanStack Query matches: a key reaches all that begin with it. */
const reaches = (touched: readonly (readonly unknown[])[], key: readonly unknown[]) =>
  touched.some((prefix) => prefix.every((part, position) => part === key[position]));

describe('what a change makes out of date', () => {
  it('an entry: the well, the day, the totals and the alerts, but no other well', () => {
    const touched = touchedKeys({ entities: ['PRODUCTION'], wellIds: [WELL] });
    expect(reaches(touched, keys.production.series(WELL, {}))).toBe(true);
    expect(reaches(touched, keys.production.series(OTHER, {}))).toBe(false);
    expect(reaches(touched, keys.daySheet.of('2025-10-24', null))).toBe(true);
    expect(reaches(touched, keys.dashboard.home('2025-10-24', {}))).toBe(true);
    expect(reaches(touched, keys.dashboard.activity({ route: 'North route' }))).toBe(true);
    expect(reaches(touched, keys.alerts.openCount)).toBe(true);
    expect(reaches(touched, keys.wells.list({}))).toBe(true);
    expect(reaches(touched, keys.users.list({}))).toBe(false);
  });

  it.each(['PRODUCTION', 'EQUIPMENT', 'MAINTENANCE', 'CONFLICT'] as const)(
    'what a device may have sent, such as %s: the conflicts and how the devices are doing',
    (entity) => {
      const touched = touchedKeys({ entities: [entity], wellIds: [WELL] });
      expect(reaches(touched, keys.conflicts.list({}))).toBe(true);
      expect(reaches(touched, keys.conflicts.count({ status: 'OPEN' }))).toBe(true);
      expect(reaches(touched, keys.devices.list)).toBe(true);
    },
  );

  it('an import of too many wells to name: every well', () => {
    const touched = touchedKeys({ entities: ['PRODUCTION'], wellIds: [] });
    expect(reaches(touched, keys.production.series(OTHER, {}))).toBe(true);
  });

  it('new settings: also who we are, which holds the day and the threshold', () => {
    expect(reaches(touchedKeys({ entities: ['SETTINGS'], wellIds: [] }), keys.session)).toBe(true);
  });

  it.each(ENTITIES)('anything at all, such as %s: the audit and the dashboard', (entity) => {
    const touched = touchedKeys({ entities: [entity], wellIds: [] });
    expect(reaches(touched, keys.audit.list({}))).toBe(true);
    expect(reaches(touched, keys.dashboard.home('2025-10-24', {}))).toBe(true);
  });

  it('names no key twice', () => {
    const touched = touchedKeys({ entities: ['PRODUCTION', 'ALERT', 'WELL'], wellIds: [WELL] });
    expect(new Set(touched.map((key) => JSON.stringify(key))).size).toBe(touched.length);
  });
});

describe('a burst of changes', () => {
  it('is one that names all wells', () => {
    expect(
      mergeChanges([
        { sequence: 1, entities: ['PRODUCTION'], wellIds: [WELL] },
        { sequence: 2, entities: ['PRODUCTION', 'ALERT'], wellIds: [OTHER, WELL] },
      ]),
    ).toEqual({ entities: ['PRODUCTION', 'ALERT'], wellIds: [WELL, OTHER] });
  });

  it('is of any well as soon as one of them is', () => {
    expect(
      mergeChanges([
        { sequence: 1, entities: ['PRODUCTION'], wellIds: [WELL] },
        { sequence: 2, entities: ['PRODUCTION'], wellIds: [] },
      ]).wellIds,
    ).toEqual([]);
  });
});
