import { emptyEntry } from '@wellpulse/ui';
import { describe, expect, it, vi } from 'vitest';
import type { DraftStorage } from '../../drafts/draft-store.ts';
import { Drafts, type Draft } from './drafts.ts';

const TENANT = '1d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f';
const JOSE = '2d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f';
const RAY = '3d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f';
const WELL = '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d';

const { productionDate: _, ...nothingTyped } = emptyEntry('2025-10-24');
const draft: Draft = { ...nothingTyped, oilVolume: '42.', base: null };
const place = { wellId: WELL, date: '2025-10-24' };

function memoryStorage(): DraftStorage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

describe('drafts', () => {
  it('survive a reload exactly as typed', () => {
    const storage = memoryStorage();
    new Drafts(storage, TENANT, JOSE).write(place, draft);
    expect(new Drafts(storage, TENANT, JOSE).read(place)).toEqual(draft);
  });

  it('belong to one person', () => {
    const storage = memoryStorage();
    new Drafts(storage, TENANT, JOSE).write(place, draft);
    const hers = new Drafts(storage, TENANT, RAY);
    expect(hers.read(place)).toBeNull();
    expect(hers.places()).toEqual([]);
  });

  it('are the same object until they change, so that nothing renders in vain', () => {
    const drafts = new Drafts(memoryStorage(), TENANT, JOSE);
    drafts.write(place, draft);
    expect(drafts.read(place)).toBe(drafts.read(place));
    const before = drafts.read(place);
    drafts.write(place, { ...draft, oilVolume: '42.5' });
    expect(drafts.read(place)).not.toBe(before);
  });

  it('are listed by day until they are taken away', () => {
    const drafts = new Drafts(memoryStorage(), TENANT, JOSE);
    const later = { wellId: WELL, date: '2025-10-25' };
    drafts.write(later, draft);
    drafts.write(place, draft);
    expect(drafts.places()).toEqual([place, later]);
    drafts.write(place, null);
    expect(drafts.places()).toEqual([later]);
  });

  it('tell who looks at them', () => {
    const drafts = new Drafts(memoryStorage(), TENANT, JOSE);
    const listener = vi.fn();
    const unsubscribe = drafts.subscribe(listener);
    drafts.write(place, draft);
    unsubscribe();
    drafts.write(place, null);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('last as long as the page if the browser has no room for them, and say so', () => {
    const full: DraftStorage = {
      ...memoryStorage(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const drafts = new Drafts(full, TENANT, JOSE);
    expect(drafts.write(place, draft)).toBe(false);
    expect(drafts.read(place)).toEqual(draft);
    drafts.write(place, null);
    expect(drafts.read(place)).toBeNull();
  });

  it('go when the server has what was typed', () => {
    const drafts = new Drafts(memoryStorage(), TENANT, JOSE);
    drafts.write(place, draft);
    drafts.settle(place, draft, { id: WELL, version: 1 });
    expect(drafts.read(place)).toBeNull();
  });

  it('that were typed on while they were being saved become a change of what was saved', () => {
    const drafts = new Drafts(memoryStorage(), TENANT, JOSE);
    drafts.write(place, { ...draft, oilVolume: '43' });
    drafts.settle(place, draft, { id: WELL, version: 1 });
    expect(drafts.read(place)).toEqual({ ...draft, oilVolume: '43', base: { id: WELL, version: 1 } });
  });

  it('that cannot be read count as none', () => {
    const storage = memoryStorage();
    const drafts = new Drafts(storage, TENANT, JOSE);
    drafts.write(place, draft);
    storage.setItem(storage.key(0) ?? '', '{"oilVolume": 42}');
    expect(drafts.read(place)).toBeNull();
  });
});
