/** The ports of the forms, over the bridge. */
import type { EventPhoto } from '@wellpulse/contracts';
import { EntryDesk, EntryDrafts, type EntryStore } from '@wellpulse/forms';
import { deviceDraftStorage } from '@wellpulse/forms/device';
import { call } from './bridge.ts';

/** Saves readings through main: they are on the disk when it answers. */
export const entryStore: EntryStore<EventPhoto> = {
  save: async (entry) => {
    const [result] = await entryStore.saveDays([entry]);
    if (result === undefined || result.kind === 'HELD') throw new Error('One day has one answer');
    return result;
  },
  saveDays: (days) =>
    call(
      'entries.save',
      days.map(({ photos, ...day }) => ({ ...day, photos: [...photos] })),
    ),
};

/** The drafts of main. They are read once, and each change goes to its disk. */
const draftStorage = () =>
  deviceDraftStorage({
    all: async () => new Map(await call('drafts.all', {})),
    save: async (key, text) => {
      if (typeof text !== 'string') throw new TypeError('A draft is a text');
      await call('drafts.write', { key, text });
    },
    clear: async (key) => {
      await call('drafts.write', { key, text: null });
    },
  });

/** The desk of a person: what they typed before is on it. */
export async function openDesk(
  owner: { readonly tenantId: string; readonly userId: string },
  onNoRoom: () => void,
): Promise<EntryDesk<EventPhoto>> {
  return new EntryDesk(new EntryDrafts(await draftStorage(), owner), entryStore, onNoRoom);
}
