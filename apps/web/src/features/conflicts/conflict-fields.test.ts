import type { Conflict } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { undoSteps } from './conflict-fields.ts';
import { mergedValues, mergeRows, startMerge } from './merge-draft.ts';
import { words } from '../../lib/language.ts';

const ID = '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d';
const side = (userName: string) => ({
  userId: ID,
  deviceId: ID,
  occurredAt: '2025-10-24T11:00:00.000Z',
  userName,
  deviceName: `Phone of ${userName}`,
});

const aConflict = (given: Partial<Conflict> = {}): Conflict => ({
  id: ID,
  eventId: ID,
  eventType: 'PRODUCTION_CREATED',
  entity: 'PRODUCTION',
  recordId: ID,
  wellId: ID,
  wellName: 'Acme #7',
  productionDate: '2025-10-24',
  subject: null,
  outcome: 'OVERWRITE',
  reason: '',
  fields: ['oilVolume'],
  existingData: { oilVolume: 40, gasVolume: 90, waterVolume: null, notes: null, version: 1 },
  incomingData: { productionDate: '2025-10-24', oilVolume: 45, gasVolume: null, waterVolume: 3 },
  existing: side('Jo'),
  incoming: side('Dana'),
  status: 'SETTLED',
  choice: null,
  resolvedBy: null,
  resolvedByName: null,
  resolvedAt: null,
  createdAt: '2025-10-24T11:00:00.000Z',
  updatedAt: '2025-10-24T11:00:00.000Z',
  version: 1,
  current: { oilVolume: 46, gasVolume: 90, waterVolume: 3 },
  ...given,
});

describe('undoing', () => {
  it('restores what was there, from what is there now', () => {
    expect(undoSteps(aConflict())).toEqual([{ field: 'oilVolume', from: 46, to: 40 }]);
  });

  it('of a deletion goes from there to deleted, or back', () => {
    const deletion = aConflict({ eventType: 'PRODUCTION_DELETED', fields: ['deleted'], current: null });
    expect(undoSteps(deletion)).toEqual([{ field: 'deleted', from: true, to: false }]);
    expect(undoSteps({ ...deletion, outcome: 'SKIP', current: {} })).toEqual([
      { field: 'deleted', from: false, to: true },
    ]);
  });
});

it.each([
  [{}, 'Dana’s was the later one, so it counts.'],
  [{ outcome: 'SKIP' as const }, 'Jo’s was the later one, so it stayed.'],
  [{ outcome: 'MERGE' as const, fields: [] }, 'They changed different values, so both changes stand.'],
  [
    { status: 'RESOLVED' as const, choice: 'EXISTING' as const, resolvedByName: 'Avery' },
    'Avery kept what was there, Jo’s.',
  ],
  [
    { status: 'WITHDRAWN' as const, resolvedByName: 'Dana' },
    'Dana deleted what they had entered themselves, so there is nothing left to settle.',
  ],
  [
    { eventType: 'PRODUCTION_DELETED', outcome: 'MERGE' as const, fields: [] },
    'Dana deleted what they had entered themselves; what others entered stands.',
  ],
])('what became of it is one sentence: %o', (given, sentence) => {
  expect(words.conflictSentence(aConflict(given))).toBe(sentence);
});

it('names the item of a conflict about equipment', () => {
  const title = words.conflictTitle(aConflict({ productionDate: null, subject: 'HEATER_TREATER HT-1' }));
  expect(title).toBe('Acme #7, Heater treater HT-1');
});

describe('merging', () => {
  const rows = mergeRows(aConflict({ outcome: 'USER_PROMPT', status: 'OPEN' }));
  const draft = startMerge(rows);

  it('begins with what nobody contests, and keeps the rest', () => {
    expect(mergedValues(words, rows, draft)).toEqual({ values: { waterVolume: 3 }, errors: {} });
  });

  it('takes a value of one’s own, or says what is wrong with it', () => {
    const typed = (text: string) => mergedValues(words, rows, { ...draft, oilVolume: { pick: 'OWN', text } });
    expect(typed('1,042.5').values).toEqual({ oilVolume: 1042.5, waterVolume: 3 });
    expect(typed('lots').errors).toEqual({ oilVolume: 'Oil must be a number, such as 42.5' });
  });
});
