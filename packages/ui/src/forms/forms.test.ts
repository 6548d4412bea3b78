import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { changesOf, emptyEquipment, equipmentTextOf, parseEquipment } from './equipment/equipment-text.ts';
import { emptyMaintenance, parseMaintenance } from './maintenance/maintenance-text.ts';
import { nextDateHint } from './maintenance/next-date.ts';

const words = createWords('en');

const WELL = '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d';
const TODAY = '2026-11-21';

describe('the form of an item', () => {
  const text = { ...emptyEquipment(WELL), equipmentType: 'PUMP_JACK', serialNumber: ' PJ-1 ' };

  it('gives what was typed, and null for what was not', () => {
    const parsed = parseEquipment(words, { ...text, serviceIntervalDays: '1,000' });
    expect(parsed).toMatchObject({
      ok: true,
      value: { wellId: WELL, serialNumber: 'PJ-1', assetTag: null, serviceIntervalDays: 1000 },
    });
  });

  it('says in words what is missing or no number', () => {
    const parsed = parseEquipment(words, { ...emptyEquipment(null), serviceIntervalDays: 'monthly' });
    expect(parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'wellId: Choose the well where it stands',
      'equipmentType: Choose what it is',
      'serialNumber: Give the serial number; it stands on the plate',
      'serviceIntervalDays: Must be a whole number of days, from 1 to 3,650',
    ]);
  });

  it('sends of a change only what differs', () => {
    const parsed = parseEquipment(words, text);
    if (!parsed.ok) throw new Error('The text is fine');
    const changed = parseEquipment(words, {
      ...equipmentTextOf(parsed.value),
      status: 'FAILED',
      model: 'C-228',
    });
    if (!changed.ok) throw new Error('The text is fine');
    expect(changesOf(changed.value, parsed.value)).toEqual({ status: 'FAILED', model: 'C-228' });
  });
});

describe('the form of a log', () => {
  const text = { ...emptyMaintenance(TODAY), description: 'Replaced the belt' };

  it('begins today, and leaves the status and the next date alone', () => {
    expect(parseMaintenance(words, text, TODAY)).toMatchObject({
      ok: true,
      value: { maintenanceDate: TODAY, cost: null, nextMaintenanceDate: null, equipmentStatus: null },
    });
  });

  it('reads a cost as people write it', () => {
    expect(parseMaintenance(words, { ...text, cost: '$1,240.50' }, TODAY)).toMatchObject({
      value: { cost: 1240.5 },
    });
  });

  it.each([
    ['maintenanceDate', '2026-11-22', 'The day must not be after today'],
    ['description', ' ', 'Say what was done'],
    ['cost', 'much', 'Must be a number, such as 1,240.50'],
    ['nextMaintenanceDate', '2026-11-01', 'Must be after the day of this maintenance'],
  ])('says what is wrong with %s', (field, typed, message) => {
    const parsed = parseMaintenance(words, { ...text, [field]: typed }, TODAY);
    expect(parsed.ok ? [] : parsed.errors).toContainEqual({ path: field, message });
  });
});

describe('the next date', () => {
  const days = { ROUTINE: 90, REPAIR: 1, INSPECTION: null };

  it('is said before it is saved', () => {
    expect(nextDateHint(words, TODAY, 'ROUTINE', days)).toBe(
      'In 90 days, 19 Feb 2027, unless you give another',
    );
    expect(nextDateHint(words, TODAY, 'REPAIR', days)).toBe('In 1 day, 22 Nov 2026, unless you give another');
  });

  it('is none where no interval is set', () => {
    expect(nextDateHint(words, TODAY, 'INSPECTION', days)).toContain('not due again');
  });
});
