/** Forms on a device: entries, items, logs and drafts in the database of its offline client, and who is at it. */
export { deviceDraftStorage } from './device-draft-storage.ts';
export { deviceEntryStore } from './device-entry-store.ts';
export { deviceItemStore, deviceLogStore } from './device-record-stores.ts';
export { deviceSignInStore, deviceUnlockStore } from './device-session-stores.ts';
