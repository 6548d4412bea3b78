import { describe, expect, it } from 'vitest';
import {
  conflictFields,
  incomingValues,
  isReopenable,
  isUndoable,
  undoneValues,
  type ToldConflict,
} from './conflict-sides.ts';

const aConflict = (given: Partial<ToldConflict> = {}): ToldConflict => ({
  entity: 'PRODUCTION',
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
    const unknown = { before: undefined, isKept: false, isUntouched: false, counting: null, rule: null };
    expect(conflictFields(aConflict())).toEqual([
      { ...unknown, field: 'oilVolume', existing: 40, incoming: 45, isContested: true },
      { ...unknown, field: 'waterVolume', existing: null, incoming: 3, isContested: false },
    ]);
  });

  it('show all that either side changed, from what both began with, and notes that help to choose', () => {
    const base = { oilVolume: 38, gasVolume: 90, waterVolume: null, notes: 'Belt squeals' };
    const existingData = { ...base, oilVolume: 40, waterVolume: 140 };
    const told = conflictFields(aConflict({ baseData: base, existingData, incomingData: { oilVolume: 45 } }));
    expect(told.map(({ field, before, existing, incoming }) => [field, before, existing, incoming])).toEqual([
      ['oilVolume', 38, 40, 45],
      ['waterVolume', null, 140, null],
      ['notes', 'Belt squeals', 'Belt squeals', null],
    ]);
    expect(told.map(({ isKept, isUntouched }) => [isKept, isUntouched])).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ]);
  });

  it('began with nothing where there was no record', () => {
    const fields = conflictFields(aConflict({ baseData: null }));
    expect(fields.map(({ field, before, isKept }) => [field, before, isKept])).toEqual([
      ['oilVolume', null, false],
      ['waterVolume', null, true],
      ['gasVolume', null, false],
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
    expect(conflictFields(deletion)).toMatchObject([
      { field: 'deleted', existing: false, incoming: true, isUntouched: false, isContested: true },
    ]);
  });
});

describe('what counts', () => {
  const base = { oilVolume: 38, gasVolume: 90, waterVolume: null, notes: null };
  const told = (given: Partial<ToldConflict>) =>
    conflictFields(aConflict({ baseData: base, baseVersion: 1, ...given })).map(
      ({ field, counting, rule }) => [field, counting, rule],
    );
  const settledData = { ...base, oilVolume: 45, waterVolume: 3 };

  it('is the later entry, and what nobody else changed', () => {
    expect(told({ settledData })).toEqual([
      ['oilVolume', 'INCOMING', 'LATER'],
      ['waterVolume', 'INCOMING', 'ALONE'],
    ]);
    expect(told({ outcome: 'SKIP', settledData: { ...settledData, oilVolume: 40 } })).toEqual([
      ['oilVolume', 'EXISTING', 'LATER'],
      ['waterVolume', 'INCOMING', 'ALONE'],
    ]);
  });

  it('is told value by value where each side won one', () => {
    const fields = ['oilVolume', 'gasVolume'];
    const existingData = { ...base, oilVolume: 40, gasVolume: 91 };
    const incomingData = { oilVolume: 45, gasVolume: 95 };
    const settled = { ...base, oilVolume: 45, gasVolume: 91 };
    expect(told({ fields, existingData, incomingData, settledData: settled })).toEqual([
      ['oilVolume', 'INCOMING', 'LATER'],
      ['gasVolume', 'EXISTING', 'LATER'],
    ]);
  });

  it('is what was there for a device that did not hold the record, whatever the clocks say', () => {
    const settled = { ...settledData, oilVolume: 40 };
    expect(told({ outcome: 'SKIP', baseVersion: null, settledData: settled })[0]).toEqual([
      'oilVolume',
      'EXISTING',
      'NOT_HELD',
    ]);
  });

  it('is on both sides where they agree', () => {
    const existingData = { ...base, oilVolume: 40, waterVolume: 3 };
    expect(told({ existingData, settledData })[1]).toEqual(['waterVolume', 'BOTH', 'AGREED']);
  });

  it('is what a person chose, restored, or merged in of their own', () => {
    const counting = { ...settledData, oilVolume: 40 };
    const own = { ...settledData, oilVolume: 44 };
    const oil = (given: Partial<ToldConflict>) => told(given)[0];
    expect(oil({ status: 'RESOLVED', settledData: counting })).toEqual(['oilVolume', 'EXISTING', 'CHOSEN']);
    expect(oil({ status: 'UNDONE', settledData: counting })).toEqual(['oilVolume', 'EXISTING', 'UNDONE']);
    expect(oil({ status: 'RESOLVED', settledData: own })).toEqual(['oilVolume', 'NEITHER', 'CHOSEN']);
    const existingData = { ...base, oilVolume: 40, gasVolume: 91 };
    const chosen = { ...settledData, oilVolume: 40, gasVolume: 91 };
    expect(told({ status: 'RESOLVED', existingData, settledData: chosen })).toEqual([
      ['oilVolume', 'EXISTING', 'CHOSEN'],
      ['waterVolume', 'INCOMING', 'CHOSEN'],
      ['gasVolume', 'EXISTING', 'ALONE'],
    ]);
  });

  it('is not said while a person has to choose, nor of what its author withdrew', () => {
    expect(told({ status: 'OPEN', settledData: null })[0]).toEqual(['oilVolume', null, null]);
    expect(told({ status: 'WITHDRAWN', settledData })[0]).toEqual(['oilVolume', null, null]);
    const taking = { eventType: 'PRODUCTION_DELETED', outcome: 'MERGE' as const, fields: [] };
    expect(told({ ...taking, settledData })[0]).toEqual(['deleted', null, null]);
  });

  it('is the whole record where one side deleted it', () => {
    const met = {
      eventType: 'PRODUCTION_DELETED',
      incomingData: {},
      existingData: { ...base, oilVolume: 40 },
    };
    expect(told({ ...met, settledData: null })).toEqual([
      ['oilVolume', 'INCOMING', 'LATER'],
      ['deleted', 'INCOMING', 'LATER'],
    ]);
    expect(told({ ...met, outcome: 'SKIP', settledData: { ...base, oilVolume: 40 } })).toEqual([
      ['oilVolume', 'EXISTING', 'LATER'],
      ['deleted', 'EXISTING', 'LATER'],
    ]);
  });
});

describe('choosing again', () => {
  it('is for what a person decided', () => {
    const decided = (['OPEN', 'SETTLED', 'RESOLVED', 'UNDONE', 'WITHDRAWN'] as const).filter((status) =>
      isReopenable({ status }),
    );
    expect(decided).toEqual(['RESOLVED', 'UNDONE']);
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
