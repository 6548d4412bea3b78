import { describe, expect, it, vi } from 'vitest';
import { memoryDraftStorage } from '../drafts/memory-draft-storage.ts';
import { EntryDrafts, type EntryDraft } from './entry-drafts.ts';
import { NO_VOLUMES_TEXT } from './entry-text.ts';

const TENANT = '1d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f';
const JOSE = { tenantId: TENANT, userId: '2d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f' };
const RAY = { tenantId: TENANT, userId: '3d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f' };
const WELL = '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d';

const draft: EntryDraft = { ...NO_VOLUMES_TEXT, oilVolume: '42.', base: null };
const place = { wellId: WELL, date: '2025-10-24' };
const newDrafts = () => new EntryDrafts(memoryDraftStorage(), JOSE);

describe('drafts', () => {
  it('survive a reload exactly as typed', async () => {
    const storage = memoryDraftStorage();
    await new EntryDrafts(storage, JOSE).write(place, draft);
    expect(new EntryDrafts(storage, JOSE).read(place)).toEqual(draft);
  });

  it('belong to one person of one tenant', async () => {
    const storage = memoryDraftStorage();
    await new EntryDrafts(storage, JOSE).write(place, draft);
    for (const owner of [RAY, { ...JOSE, tenantId: RAY.userId }]) {
      const theirs = new EntryDrafts(storage, owner);
      expect(theirs.read(place)).toBeNull();
      expect(theirs.places()).toEqual([]);
    }
  });

  it('are the same object until they change, so that nothing renders in vain', async () => {
    const drafts = newDrafts();
    await drafts.write(place, draft);
    expect(drafts.read(place)).toBe(drafts.read(place));
    expect(drafts.places()).toBe(drafts.places());
    const before = drafts.read(place);
    await drafts.write(place, { ...draft, oilVolume: '42.5' });
    expect(drafts.read(place)).not.toBe(before);
  });

  it('are listed by day until they are taken away', async () => {
    const drafts = newDrafts();
    const later = { wellId: WELL, date: '2025-10-25' };
    await drafts.write(later, draft);
    await drafts.write(place, draft);
    expect(drafts.places()).toEqual([place, later]);
    await drafts.write(place, null);
    expect(drafts.places()).toEqual([later]);
  });

  it('tell who looks at them', () => {
    const drafts = newDrafts();
    const listener = vi.fn();
    const unsubscribe = drafts.subscribe(listener);
    void drafts.write(place, draft);
    unsubscribe();
    void drafts.write(place, null);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('last as long as the page if there is no room for them, and say so', async () => {
    const full = { ...memoryDraftStorage(), write: async () => false };
    const drafts = new EntryDrafts(full, JOSE);
    expect(await drafts.write(place, draft)).toBe(false);
    expect(drafts.read(place)).toEqual(draft);
    expect(drafts.places()).toEqual([place]);
    await drafts.write(place, null);
    expect(drafts.read(place)).toBeNull();
  });

  it('that were typed on while they were being saved become a change of what was saved', async () => {
    const drafts = newDrafts();
    await drafts.write(place, { ...draft, oilVolume: '43' });
    await drafts.settle(place, draft, { id: WELL, version: 1 });
    expect(drafts.read(place)).toEqual({ ...draft, oilVolume: '43', base: { id: WELL, version: 1 } });
  });

  it('that cannot be read count as none', async () => {
    const storage = memoryDraftStorage();
    const drafts = new EntryDrafts(storage, JOSE);
    await drafts.write(place, draft);
    await storage.write(storage.keys('')[0] ?? '', '{"oilVolume": 42}');
    expect(drafts.read(place)).toBeNull();
  });
});
