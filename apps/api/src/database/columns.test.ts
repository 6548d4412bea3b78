import { expect, test } from 'vitest';
import { columnOf, mapRows } from './columns.ts';

interface Photo {
  readonly sha256: string;
  readonly hasThumbnail: boolean;
}

test('a field stands in the column of its name in snake case', () => {
  expect(['oilVolume', 'sha256', 'id', 'serviceIntervalDays'].map(columnOf)).toEqual([
    'oil_volume',
    'sha256',
    'id',
    'service_interval_days',
  ]);
});

test('a row becomes its record and the record its row, without what else a query brings', () => {
  const { toRecord, toRow } = mapRows<Photo>(['sha256', 'hasThumbnail']);
  const row = { sha256: 'ab', has_thumbnail: true, log_sequence: 4 };
  expect(toRecord(row)).toEqual({ sha256: 'ab', hasThumbnail: true });
  expect(toRow(toRecord(row))).toEqual({ sha256: 'ab', has_thumbnail: true });
});
