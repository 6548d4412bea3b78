import { EQUIPMENT_FIELDS, valuesFrom, type Equipment } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { memoryDraftStorage } from '../drafts/memory-draft-storage.ts';
import { scriptedStore } from '../record/scripted-store.fixture.ts';
import { changesOf, emptyEquipment, equipmentTextOf, parseEquipment } from './equipment-text.ts';
import { itemForm, type ItemToSave } from './item-form.ts';

const words = createWords('en');

const WELL = '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d';

describe('the boxes of an item', () => {
  const text = { ...emptyEquipment(WELL), equipmentType: 'PUMP_JACK', serialNumber: ' PJ-1 ' };

  it('give what was typed, and null for what was not', () => {
    const parsed = parseEquipment(words, { ...text, serviceIntervalDays: '1,000' });
    expect(parsed).toMatchObject({
      ok: true,
      value: { wellId: WELL, serialNumber: 'PJ-1', assetTag: null, serviceIntervalDays: 1000 },
    });
  });

  it('say in words what is missing or no number', () => {
    const parsed = parseEquipment(words, { ...emptyEquipment(null), serviceIntervalDays: 'monthly' });
    expect(parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'wellId: Choose the well where it stands',
      'equipmentType: Choose what it is',
      'serialNumber: Give the serial number; it stands on the plate',
      'serviceIntervalDays: Must be a whole number of days, from 1 to 3,650',
    ]);
  });

  it('give of a change only what differs', () => {
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

const ITEM: Equipment = {
  id: '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c60',
  ...valuesFrom(EQUIPMENT_FIELDS, {
    wellId: WELL,
    equipmentType: 'PUMP_JACK',
    serialNumber: 'PJ-1',
    status: 'OPERATIONAL',
  }),
  createdBy: WELL,
  updatedBy: WELL,
  createdAt: '2025-10-20T06:41:00Z',
  updatedAt: '2025-10-20T06:41:00Z',
  version: 4,
};

describe('the form of an item', () => {
  const owner = { tenantId: 'acme', userId: 'pat' };
  const onNoRoom = (): void => undefined;

  it('keeps what was typed over a reload, for its person and its item', async () => {
    const store = scriptedStore<Equipment, ItemToSave>();
    const storage = memoryDraftStorage();
    itemForm(store, { storage, owner, onNoRoom }, ITEM, null).type({ model: 'C-228' });
    const again = itemForm(
      store,
      { storage, owner, onNoRoom },
      { ...ITEM, model: 'C-160', version: 5 },
      null,
    );
    expect([again.text.model, again.hasDraft]).toEqual(['C-228', true]);
    const ofPia = { storage, owner: { ...owner, userId: 'pia' }, onNoRoom };
    expect(itemForm(store, ofPia, ITEM, null).hasDraft).toBe(false);
    expect(itemForm(store, { storage, owner, onNoRoom }, null, WELL).hasDraft).toBe(false);
    // It is based on what stood there when typing began.
    await again.submit(words);
    expect(store.saved).toEqual([{ kind: 'CHANGE', changes: { model: 'C-228', version: 4 } }]);
  });

  it('forgets the draft once the item is saved, and not before', async () => {
    const store = scriptedStore<Equipment, ItemToSave>();
    const storage = memoryDraftStorage();
    const form = itemForm(store, { storage, owner, onNoRoom }, null, WELL);
    form.type({ equipmentType: 'TANK', serialNumber: 'T-1' });
    await form.submit(words);
    expect(storage.keys('wellpulse.equipment-draft')).toHaveLength(1);
    store.answers.push({ kind: 'SAVED', record: ITEM });
    await form.submit(words);
    expect(storage.keys('wellpulse.equipment-draft')).toEqual([]);
    expect(store.saved.at(-1)).toMatchObject({ kind: 'NEW', values: { wellId: WELL, serialNumber: 'T-1' } });
  });

  it('says that there is no room for what is typed', async () => {
    let warned = 0;
    const storage = { ...memoryDraftStorage(), write: () => Promise.resolve(false) };
    const form = itemForm(scriptedStore(), { storage, owner, onNoRoom: () => (warned += 1) }, ITEM, null);
    form.type({ model: 'C-228' });
    await Promise.resolve();
    await Promise.resolve();
    expect([warned, form.text.model]).toEqual([1, 'C-228']);
  });
});
