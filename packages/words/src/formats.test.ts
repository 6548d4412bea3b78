import { describe, expect, it } from 'vitest';
import { createWords, NO_VALUE } from './index.ts';

const en = createWords('en');
const es = createWords('es');

it('keeps an API number in one line', () => {
  expect(en.unbroken('42-165-12345')).toBe('42\u2011165\u201112345');
});

it('says of all listed wells what became of them', () => {
  const progress = { done: 9, expected: 13, listed: 14 };
  expect(en.formatProgress(progress)).toBe('9 of 13 done · 4 to go · 1 needs no reading');
  expect(es.formatProgress(progress)).toBe('9 de 13 hechos · faltan 4 · 1 no necesita lectura');
  expect(en.formatProgress({ ...progress, listed: 13 })).toBe('9 of 13 done · 4 to go');
  expect(en.formatProgress({ done: 13, expected: 13, listed: 15 })).toBe('All done · 2 need no reading');
});

describe('volumes', () => {
  it('tells a volume not measured from zero', () => {
    expect(en.formatVolume(null)).toBe('—');
    expect(en.formatVolume(undefined)).toBe('—');
    expect(en.formatVolume(Number.NaN)).toBe(NO_VALUE);
    expect(en.formatVolume(0)).toBe('0');
    expect(en.formatVolume(-0)).toBe('0');
  });

  it.each([en, es])(
    'separates thousands by commas in $language, with one decimal in tables and two in forms',
    (words) => {
      expect(words.formatVolume(1234.5)).toBe('1,234.5');
      expect(words.formatVolume(42)).toBe('42.0');
      expect(words.formatVolumeExact(1234.5)).toBe('1,234.50');
      expect(words.formatVolumeExact(99_999_999.99)).toBe('99,999,999.99');
      expect(words.formatTotal(12345.4)).toBe('12,345');
      expect(words.formatCount(1_000_000)).toBe('1,000,000');
    },
  );

  it('rounds halves up on the digits that people see', () => {
    expect(en.formatVolume(1.05)).toBe('1.1');
    expect(en.formatVolume(0.15)).toBe('0.2');
    expect(en.formatVolume(-12.34)).toBe('-12.3');
    expect(en.formatVolume(0.04)).toBe('0.0');
    expect(en.formatTotal(999.5)).toBe('1,000');
    expect(en.formatVolume(1e-7)).toBe('0.0');
  });

  it('adds the unit only to a value', () => {
    expect(en.formatVolumeWithUnit(3910, 'GAS')).toBe('3,910.0 MCF');
    expect(es.formatVolumeWithUnit(3910, 'OIL')).toBe('3,910.0 bbl');
    expect(en.formatVolumeWithUnit(null, 'OIL')).toBe('—');
  });

  it.each([
    [0, '0', '0'],
    [0.5, '0.5', '0.5'],
    [999, '999', '999'],
    [999.6, '1K', '1 k'],
    [12_345, '12.3K', '12.3 k'],
    [999_999, '1M', '1 M'],
    [1_230_000_000, '1.23B', '1,230 M'],
    [-4500, '-4.5K', '-4.5 k'],
  ])('writes %d short on an axis: %s, %s', (value, english, spanish) => {
    expect(en.formatCompact(value)).toBe(english);
    expect(es.formatCompact(value)).toBe(spanish);
  });
});

describe('changes and shares', () => {
  it('always carries a sign, except for none', () => {
    expect(en.formatChange(2.14)).toBe('+2.1 %');
    expect(en.formatChange(-57.1)).toBe('−57 %');
    expect(en.formatChange(9.95)).toBe('+10 %');
    expect(es.formatChange(1234)).toBe('+1,234 %');
    expect(en.formatChange(-0.04)).toBe('0 %');
    expect(en.formatChange(null)).toBe('—');
  });

  it('writes a share of one in percent', () => {
    expect(en.formatShare(0.775)).toBe('77.5 %');
    expect(en.formatShare(null)).toBe('—');
  });
});

describe('days', () => {
  it('is the same day in every time zone', () => {
    expect(en.formatDay('2025-10-24')).toBe('Fri 24 Oct');
    expect(en.formatDayShort('2025-10-24')).toBe('24 Oct');
    expect(en.formatDayWithYear('2025-01-01')).toBe('1 Jan 2025');
    expect(en.formatDayFull('2025-01-01')).toBe('Wed 1 Jan 2025');
    expect(en.formatDayHeading('2024-02-29')).toBe('Thursday 29 Feb');
  });

  it('speaks Spanish', () => {
    expect(es.formatDay('2025-10-24')).toBe('vie 24 oct');
    expect(es.formatDayWithYear('2025-01-01')).toBe('1 ene 2025');
    expect(es.formatDayHeading('2025-10-22')).toBe('miércoles 22 oct');
  });

  it('gives back what is no day', () => {
    expect(en.formatDay('2025-02-30')).toBe('2025-02-30');
    expect(es.formatDay('yesterday')).toBe('yesterday');
  });

  it('names today and yesterday, and adds the year to other years', () => {
    expect(en.formatDayRelative('2025-10-24', '2025-10-24')).toBe('Today');
    expect(en.formatDayRelative('2025-02-28', '2025-03-01')).toBe('Yesterday');
    expect(en.formatDayRelative('2025-10-20', '2025-10-24')).toBe('Mon 20 Oct');
    expect(en.formatDayRelative('2025-10-25', '2025-10-24')).toBe('Sat 25 Oct');
    expect(en.formatDayRelative('2024-12-30', '2025-10-24')).toBe('30 Dec 2024');
    expect(es.formatDayRelative('2025-10-24', '2025-10-24')).toBe('Hoy');
    expect(es.formatDayRelative('2025-10-23', '2025-10-24')).toBe('Ayer');
    expect(es.formatDayRelative('2025-10-20', '2025-10-24')).toBe('lun 20 oct');
  });

  it('counts days, and says how far one is', () => {
    expect(en.formatDays(1)).toBe('1 day');
    expect(en.formatDays(0)).toBe('0 days');
    expect(en.formatDays(3650)).toBe('3,650 days');
    expect(es.formatDays(1)).toBe('1 día');
    expect(es.formatDays(90)).toBe('90 días');
    expect([0, 12, -1].map(en.formatDaysLeft)).toEqual(['today', 'in 12 days', '1 day ago']);
    expect([0, 12, -1].map(es.formatDaysLeft)).toEqual(['hoy', 'en 12 días', 'hace 1 día']);
  });

  it('says when a service is due', () => {
    expect(en.formatDue('OVERDUE', -1)).toBe('1 day overdue');
    expect(en.formatDue('DUE_SOON', 0)).toBe('Due today');
    expect(en.formatDue('SCHEDULED', 20)).toBe('Due in 20 days');
    expect(es.formatDue('OVERDUE', -3)).toBe('Vencido hace 3 días');
    expect(es.formatDue('DUE_SOON', 1)).toBe('Vence en 1 día');
  });
});

describe('instants', () => {
  it('shows the wall clock of the zone, across daylight saving', () => {
    expect(en.formatInstant('2025-10-24T11:41:00Z', 'America/Chicago')).toBe('24 Oct 2025, 6:41');
    expect(en.formatInstant('2025-12-24T11:41:00Z', 'America/Chicago')).toBe('24 Dec 2025, 5:41');
    expect(en.formatTime('2025-09-24T05:00:00Z', 'America/Chicago')).toBe('0:00');
    expect(en.formatInstant('2025-09-05T18:00:00Z', 'UTC')).toBe('5 Sep 2025, 18:00');
    expect(en.formatInstant(new Date('2025-01-01T02:05:00Z'), 'America/Denver')).toBe('31 Dec 2024, 19:05');
    expect(es.formatInstant('2025-10-24T11:41:00Z', 'America/Chicago')).toBe('24 oct 2025, 6:41');
  });

  const now = new Date('2025-10-24T12:00:00Z');
  it.each([
    ['2025-10-24T11:59:30Z', 'just now', 'hace un momento'],
    ['2025-10-24T12:00:59Z', 'just now', 'hace un momento'],
    ['2025-10-24T11:59:00Z', '1 minute ago', 'hace 1 minuto'],
    ['2025-10-24T11:57:00Z', '3 minutes ago', 'hace 3 minutos'],
    ['2025-10-24T10:00:01Z', '1 hour ago', 'hace 1 hora'],
    ['2025-10-22T11:00:00Z', '2 days ago', 'hace 2 días'],
    ['2025-10-26T13:00:00Z', 'in 2 days', 'en 2 días'],
    ['2025-08-20T12:00:00Z', '2 months ago', 'hace 2 meses'],
    ['2023-10-01T12:00:00Z', '2 years ago', 'hace 2 años'],
    ['soon', '—', '—'],
  ])('%s is %s, %s', (instant, english, spanish) => {
    expect(en.formatRelative(instant, now)).toBe(english);
    expect(es.formatRelative(instant, now)).toBe(spanish);
  });

  it('says a span in whole units', () => {
    expect([5, 119, -7200, 40 * 86_400, 4e7].map(en.formatSpan)).toEqual([
      '1 minute',
      '1 minute',
      '2 hours',
      '40 days',
      '1 year',
    ]);
    expect(es.formatSpan(40 * 86_400)).toBe('40 días');
  });

  it('shows no time for what is no instant', () => {
    expect(en.formatTime('soon', 'UTC')).toBe('—');
    expect(en.formatInstant('soon', 'UTC')).toBe('—');
  });
});

describe('quantities', () => {
  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [38_240, '38.2 kB'],
    [150_000, '150 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1 MB'],
    [2_400_000, '2.4 MB'],
    [1_500_000_000, '1.5 GB'],
  ])('%d bytes are %s in every language', (bytes, text) => {
    expect(en.formatBytes(bytes)).toBe(text);
    expect(es.formatBytes(bytes)).toBe(text);
  });

  it('writes dollars', () => {
    expect(en.formatCost(1240.5)).toBe('$1,240.50');
    expect(en.formatCost(0)).toBe('$0.00');
    expect(en.formatCost(null)).toBe('—');
    expect(es.formatCostTotal(12_400.4)).toBe('$12,400');
  });

  it('writes feet, and miles from a mile on', () => {
    expect([0, 120.4, 5279, 5280, 7392].map(en.formatFeet)).toEqual([
      '0 ft',
      '120 ft',
      '5,279 ft',
      '1 mile',
      '1.4 miles',
    ]);
    expect([1, 120, 5280, 7392].map(es.formatFeet)).toEqual(['1 pie', '120 pies', '1 milla', '1.4 millas']);
  });

  it('says where an entry was made', () => {
    const location = { latitude: 31.8457, longitude: -102.3676, accuracyFeet: 16, capturedAt: '' };
    expect(en.formatPlace({ ...location, distanceFeet: 365 })).toBe('365 ft from the well, within 16 ft');
    expect(en.formatPlace({ ...location, distanceFeet: null })).toBe(
      'Distance from the well not known, within 16 ft',
    );
    expect(es.formatPlace({ ...location, distanceFeet: 365 })).toBe(
      'A 365 pies del pozo, con un margen de 16 pies',
    );
    expect(en.formatPosition(location)).toBe('31.8457, -102.3676');
    expect(en.beyondGeofence).toBe('Over 500 ft away');
    expect(es.beyondGeofence).toBe('A más de 500 pies');
  });
});

describe('values of records', () => {
  it.each([
    ['confirmed', true, 'yes', 'sí'],
    ['confirmed', false, 'no', 'no'],
    ['confirmed', null, '—', '—'],
    ['oilVolume', 1234.5, '1,234.50 bbl', '1,234.50 bbl'],
    ['gasVolume', 0, '0 MCF', '0 MCF'],
    ['waterVolume', null, '—', '—'],
    ['latitude', 31.8457, '31.8457 °', '31.8457 °'],
    ['cost', 1240.5, '$1,240.50', '$1,240.50'],
    ['serviceIntervalDays', 90, '90 days', '90 días'],
    ['routePosition', 3, '3', '3'],
  ])('%s %s is %s, %s', (field, value, english, spanish) => {
    expect(en.fieldValue(field, value)).toBe(english);
    expect(es.fieldValue(field, value)).toBe(spanish);
  });
});

describe('names', () => {
  it('calls an item by its type and serial number', () => {
    expect(en.equipmentName({ equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' })).toBe('Pump jack PJ-1');
    expect(en.equipmentName({ equipmentType: 'OTHER', serialNumber: 'X' })).toBe('Equipment X');
    expect(es.equipmentName({ equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' })).toBe(
      'Unidad de bombeo PJ-1',
    );
  });
});

describe('what waits on a device', () => {
  const item = { equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' } as const;
  const entry = { kind: 'ENTRY', wellName: null, item: null, day: null } as const;

  it('is named with its record and its day', () => {
    const reading = {
      ...entry,
      eventType: 'PRODUCTION_CREATED',
      wellName: 'Acme #1',
      day: '2025-10-20',
    } as const;
    expect(en.formatPending(reading)).toBe('Production entry for Acme #1 (20 Oct)');
    expect(es.formatPending(reading)).toBe('Registro de producción de Acme #1 (20 oct)');
    const log = { ...entry, eventType: 'EQUIPMENT_MAINTENANCE_LOGGED', item, day: '2025-10-20' } as const;
    expect(en.formatPending(log)).toBe('Equipment maintenance for Pump jack PJ-1 (20 Oct)');
    expect(en.formatPending({ ...entry, eventType: 'EQUIPMENT_CREATED', item })).toBe(
      'New equipment: Pump jack PJ-1',
    );
  });

  it('is named where the device does not hold the record, or there is none', () => {
    expect(en.formatPending({ ...entry, eventType: 'PRODUCTION_DELETED' })).toBe(
      'Deleted production entry for a well',
    );
    expect(en.formatPending({ ...entry, eventType: 'EQUIPMENT_UPDATED' })).toBe(
      'Changed equipment: equipment',
    );
    expect(en.formatPending({ ...entry, eventType: 'CONFLICT_RESOLVED' })).toBe('Decision on a conflict');
  });

  it('says the size of photos as it is said everywhere', () => {
    expect(en.formatPending({ kind: 'PHOTOS', count: 3, bytes: 2_400_000 })).toBe('3 photos (2.4 MB total)');
    expect(es.formatPending({ kind: 'PHOTO', bytes: 150_000 })).toBe('Foto (150 kB)');
  });

  it('asks for its authors, also those whose names are not there', () => {
    expect(en.formatAwaited(['Ann', 'Bob'])).toMatch(/: Ann, Bob$/);
    expect(en.formatAwaited([null])).toMatch(/: somebody whose name is not on this device$/);
    expect(es.formatAwaited([null, 'Ann', null])).toMatch(
      /: Ann, 2 personas cuyos nombres no están en este dispositivo$/,
    );
  });
});
