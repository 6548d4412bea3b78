import { describe, expect, it } from 'vitest';
import { wellFinder } from './find-well.ts';
import { importEntry, type ExistingReading } from './import-entry.ts';
import { NO_NUMBERS } from './import-row.ts';
import { SeenDays } from './seen-days.ts';

const row = {
  wellId: 'the well',
  day: '2014-04-07',
  estimatedFrom: null,
  volumes: { ...NO_NUMBERS, oilVolume: 40 },
};
const there: ExistingReading = {
  ...NO_NUMBERS,
  oilVolume: 40,
  waterVolume: 7,
  version: 3,
  deleted: false,
  estimatedFrom: null,
  typed: [],
};
const entryOf = (...[of, existing]: [Parameters<typeof importEntry>[0], ExistingReading | undefined]) =>
  importEntry(of, existing, 'KEEP').entry;

describe('what a row of a file changes', () => {
  it('is a new reading where the day has none, and where it was deleted', () => {
    const entry = { eventType: 'PRODUCTION_CREATED', payload: { productionDate: row.day, ...row.volumes } };
    expect(entryOf(row, undefined)).toMatchObject({ ...entry, baseVersion: 0 });
    expect(entryOf(row, { ...there, deleted: true })).toMatchObject({ ...entry, baseVersion: 3 });
  });

  it('is the values that differ; a blank cell clears nothing', () => {
    expect(entryOf(row, there)).toBeNull();
    expect(entryOf({ ...row, volumes: { ...row.volumes, gasVolume: 0 } }, there)).toEqual({
      eventType: 'PRODUCTION_UPDATED',
      aggregateId: 'the well',
      baseVersion: 3,
      payload: { productionDate: row.day, gasVolume: 0 },
    });
  });

  describe('where one of the two is a share of a month', () => {
    const estimate = { ...row, estimatedFrom: '2014-04' };
    const estimated = { ...there, estimatedFrom: '2014-04' };
    const payloadOf = (...given: Parameters<typeof entryOf>) => entryOf(...given)?.payload;

    it('an estimate is marked as one, and said again changes nothing', () => {
      expect(payloadOf(estimate, undefined)).toMatchObject({ oilVolume: 40, estimatedFrom: '2014-04' });
      expect(entryOf(estimate, estimated)).toBeNull();
      const corrected = { ...estimate, volumes: { ...row.volumes, oilVolume: 41 } };
      const payload = { productionDate: row.day, oilVolume: 41, estimatedFrom: '2014-04' };
      expect(payloadOf(corrected, estimated)).toEqual(payload);
    });

    it('an estimate leaves what was typed or measured as it is', () => {
      expect(entryOf({ ...estimate, volumes: { ...row.volumes, oilVolume: 99 } }, there)).toBeNull();
    });

    it('a measured day takes the whole place of an estimate, also with the same volumes', () => {
      expect(payloadOf(row, estimated)).toEqual({ productionDate: row.day, ...row.volumes });
    });
  });

  it('leaves what a person typed, and says so, unless it is to be replaced', () => {
    const typed: ExistingReading = { ...there, oilVolume: 41, typed: ['oilVolume'] };
    const volumes = { ...row.volumes, gasVolume: 5, waterVolume: 8 };
    const change = (payload: object) => ({ payload: { productionDate: row.day, ...payload } });
    expect(importEntry({ ...row, volumes }, typed, 'KEEP')).toMatchObject({
      entry: change({ gasVolume: 5, waterVolume: 8 }),
      kept: [{ field: 'oilVolume', typed: 41, imported: 40 }],
    });
    expect(importEntry(row, typed, 'KEEP').entry).toBeNull();
    expect(importEntry({ ...row, volumes }, typed, 'REPLACE')).toMatchObject({
      entry: change(volumes),
      kept: [],
    });
    expect(importEntry(row, { ...typed, oilVolume: null }, 'KEEP').entry).toMatchObject(
      change({ oilVolume: 40 }),
    );
  });

  it('is decided by the first row of a day', () => {
    const seen = new SeenDays();
    const note = (oilVolume: number | null) => seen.note(row.wellId, row.day, { ...row.volumes, oilVolume });
    expect([note(40), note(40), note(null), note(40)]).toEqual(['NEW', 'SAME', 'DIFFERENT', 'SAME']);
    expect(seen.note('another well', row.day, row.volumes)).toBe('NEW');
  });
});

describe('the well that a cell means', () => {
  const wells = [
    { id: 'a', name: 'Acme #1', apiNumber: '42-165-12345' },
    { id: 'b', name: 'Twin', apiNumber: '42-165-12346' },
    { id: 'c', name: 'TWIN', apiNumber: '42-165-12347' },
  ];

  it.each([
    ['NAME', 'acme #1', { ok: true, wellId: 'a' }],
    ['NAME', 'Twin', { ok: false, code: 'WELL_AMBIGUOUS' }],
    ['NAME', 'Acme #2', { ok: false, code: 'WELL_UNKNOWN' }],
    ['API_NUMBER', '4216512346', { ok: true, wellId: 'b' }],
    ['ID', 'c', { ok: true, wellId: 'c' }],
  ] as const)('by %s, "%s"', (by, text, found) => {
    expect(wellFinder(wells, by)(text)).toMatchObject(found);
  });
});
