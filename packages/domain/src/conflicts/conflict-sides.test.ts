import type { ConflictRecord } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { conflictFields, incomingValues, isUndoable, undoneValues } from './conflict-sides.ts';

type Conflict = Pick<
  ConflictRecord,
  'eventType' | 'fields' | 'outcome' | 'status' | 'existingData' | 'incomingData'
>;

const aConflict = (given: Partial<Conflict> = {}): Conflict => ({
  eventType: 'PRODUCTION_CREATED',
  outcome: 'OVERWRITE',
  fields: ['oilVolume'],
  existingData: { oilVolume: 40, gasVolume: 90, waterVolume: null, notes: null, version: 1 },
  incomingData: { productionDate: '2025-10-24', oilVolume: 45, gasVolume: null, waterVolume: 3 },
  status: 'SETTLED',
  ...given,
});
const deletion = aConflict({ eventType: 'PRODUCTION_DELETED', fields: ['deleted'], incomingData: {} });

describe('the two sides', () => {
  it('show what is contested first, and leave out what a creation did not give', () => {
    expect(conflictFields(aConflict())).toEqual([
      { field: 'oilVolume', existing: 40, incoming: 45, isUntouched: false, isContested: true },
      { field: 'waterVolume', existing: null, incoming: 3, isUntouched: false, isContested: false },
    ]);
  });

  it('take a null of an update for a value that was cleared', () => {
    const incomingData = { productionDate: '2025-10-24', gasVolume: null };
    expect(incomingValues(aConflict({ eventType: 'PRODUCTION_UPDATED', incomingData }))).toEqual({
      gasVolume: null,
    });
  });

  it('of maintenance are about the status that it left the item in', () => {
    const conflict = aConflict({
      eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
      fields: ['status'],
      existingData: { status: 'FAILED' },
      incomingData: { equipmentStatus: 'OPERATIONAL', description: 'Replaced the belt' },
    });
    expect(conflictFields(conflict)).toMatchObject([
      { field: 'status', existing: 'FAILED', incoming: 'OPERATIONAL', isContested: true },
    ]);
  });

  it('of a deletion are about the record being there', () => {
    expect(conflictFields(deletion)).toEqual([
      { field: 'deleted', existing: false, incoming: true, isUntouched: false, isContested: true },
    ]);
  });
});

describe('undoing', () => {
  it('restores the side that gave way', () => {
    expect(undoneValues(aConflict())).toEqual({ oilVolume: 40 });
    expect(undoneValues(aConflict({ outcome: 'SKIP' }))).toEqual({ oilVolume: 45 });
  });

  it('brings back a record whose deletion won, and deletes one whose deletion lost', () => {
    expect(undoneValues(deletion)).toEqual({ deleted: false });
    expect(undoneValues({ ...deletion, outcome: 'SKIP' })).toEqual({ deleted: true });
  });

  it('needs the record, except where it brings it back', () => {
    expect(isUndoable(aConflict(), true)).toBe(true);
    expect(isUndoable(aConflict(), false)).toBe(false);
    expect(isUndoable(deletion, false)).toBe(true);
    expect(isUndoable({ ...deletion, outcome: 'SKIP' }, false)).toBe(false);
  });

  it('is for what the rules did alone: not where both stand, where a person chose, or twice', () => {
    expect(isUndoable(aConflict({ outcome: 'MERGE' }), true)).toBe(false);
    expect(isUndoable(aConflict({ outcome: 'USER_PROMPT', status: 'OPEN' }), true)).toBe(false);
    expect(isUndoable(aConflict({ status: 'UNDONE' }), true)).toBe(false);
    expect(isUndoable(aConflict({ status: 'RESOLVED' }), true)).toBe(false);
  });
});
