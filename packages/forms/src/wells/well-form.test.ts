import { wellSchema, type Well } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { scriptedStore } from '../record/scripted-store.fixture.ts';
import { wellForm, type WellToSave } from './well-form.ts';

const words = createWords('en');

const WELL: Well = wellSchema.parse({
  id: '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d',
  name: 'Acme #7',
  apiNumber: '42-165-12345',
  lease: 'Acme',
  latitude: 31.8457,
  longitude: -102.3676,
  status: 'ACTIVE',
  route: 'North',
  routePosition: 3,
  createdAt: '2025-10-20T06:41:00Z',
  updatedAt: '2025-10-20T06:41:00Z',
  version: 4,
});

const aForm = (well: Well | null) => {
  const store = scriptedStore<Well, WellToSave>();
  return { store, form: wellForm(store, well) };
};

describe('the form of a well', () => {
  it('sends only what was changed, and the version that was read', async () => {
    const { form, store } = aForm(WELL);
    form.type({ route: '', routePosition: '12' });
    await form.submit(words);
    expect(store.saved).toEqual([
      { kind: 'CHANGE', changes: { route: null, routePosition: 12, version: 4 } },
    ]);
  });

  it('says in words what is no number, once its box was left', () => {
    const { form } = aForm(WELL);
    form.type({ latitude: '31,8' });
    expect(form.errorOf(words, 'latitude')).toBeUndefined();
    form.leave('latitude');
    expect(form.errorOf(words, 'latitude')).toBe('Must be a number');
    form.type({ latitude: '31.8' });
    expect(form.errorOf(words, 'latitude')).toBeUndefined();
  });

  it('asks for the name and the API number of a new well', async () => {
    const { form, store } = aForm(null);
    expect(await form.submit(words)).toBeNull();
    expect([form.errorOf(words, 'name'), form.errorOf(words, 'apiNumber')]).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
    expect(store.saved).toEqual([]);
  });

  it('wants both coordinates or none', async () => {
    const { form } = aForm(null);
    form.type({ name: 'New', apiNumber: '42-165-00001', latitude: '31.8' });
    await form.submit(words);
    expect(form.errorOf(words, 'longitude')).toBe('Latitude and longitude belong together');
  });

  it('shows the well as somebody else has saved it, when the person wants to see that', async () => {
    const { form, store } = aForm(WELL);
    form.type({ lease: 'Mine' });
    store.answers.push({
      kind: 'STALE',
      trouble: { code: 'VERSION_CONFLICT', detail: null },
      newer: { ...WELL, lease: 'Theirs', version: 5 },
    });
    expect(await form.submit(words)).toBeNull();
    const { newer } = form.notSaved ?? {};
    if (newer === undefined || newer === null) throw new Error('It is told how the well is now');
    form.takeNewer(newer, { keepsTyped: false });
    expect([form.text.lease, form.base?.version, form.isChanged]).toEqual(['Theirs', 5, false]);
  });
});
