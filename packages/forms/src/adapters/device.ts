/** Forms on a device: entries, items, logs and drafts in the database of its offline client. Also who is at it, and what it shows (ADR 115). */
export { deviceDraftStorage, type DeviceDraftStorage } from './device-draft-storage.ts';
export { deviceEntryStore } from './device-entry-store.ts';
export { asEntriesSay, devicePhotoSchema } from './device-photos.ts';
export { deviceItemStore, deviceLogStore } from './device-record-stores.ts';
export { deviceSignInStore, deviceUnlockStore } from './device-session-stores.ts';
export {
  activityCsv,
  activityPage,
  ENTRY_KINDS,
  NO_ACTIVITY_FILTER,
  type ActivityFilter,
  type ActivityPage,
} from './views/activity.ts';
export {
  DeedRefused,
  deviceConflicts,
  deviceConflictStore,
  type ConflictLine,
} from './views/device-conflicts.ts';
export {
  deviceFileOpener,
  deviceFileSaver,
  handoverFileName,
  type ChosenFile,
  type SavedFile,
  type WriteFile,
} from './views/device-handover.ts';
export { deviceReadings, type TakenReading } from './views/device-readings.ts';
export {
  ENTRY_STATUSES,
  loggedLineReader,
  loggedTitle,
  type EntryStatus,
  type LoggedLine,
} from './views/logged-lines.ts';
export { openAlerts } from './views/open-alerts.ts';
export { recordHistory, type HistoryStep, type RecordOfHistory } from './views/record-history.ts';
export { refusedEntries } from './views/refused-entries.ts';
