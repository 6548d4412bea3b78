/** The offline client that the laptop and the phone app share. Runs in React Native and Electron alike. */
export * from './events/device-events.ts';
export { keptPersonKeys, type KeySealing, type KeyText } from './events/kept-person-keys.ts';
export { fromBase64, toBase64 } from './lib/base64.ts';
export { Mutex } from './lib/mutex.ts';
export { inPieces, PIECE_BYTES, wholeOf } from './lib/pieces.ts';
export * from './offline-error.ts';
export { DeviceKeyLostError, openTroubleOf, type OpenTrouble } from './open-trouble.ts';
export * from './offline-client.ts';
export * from './ports/ballast.ts';
export * from './ports/cipher.ts';
export * from './ports/clock.ts';
export * from './ports/database-file.ts';
export * from './ports/person-keys.ts';
export { newId } from './ports/ids.ts';
export * from './ports/photo-files.ts';
export * from './ports/serialise.ts';
export * from './ports/sqlite.ts';
export * from './ports/storage-error.ts';
export * from './ports/sync-lock.ts';
export * from './ports/transport.ts';
export * from './queries/record-queries.ts';
export * from './queries/event-queries.ts';
export { sealedPhotoFiles, type OwnPhotoFiles } from './photos/sealed-photo-files.ts';
export type { DaySheetFilter } from './queries/day-sheet.ts';
export type { DueFilter } from './queries/due-list.ts';
export { findWells } from './queries/find-wells.ts';
export {
  findItems,
  knownItem,
  type ItemsAsked,
  type KnownItem,
  type KnownLog,
} from './queries/known-items.ts';
export type { Seen } from './queries/seen.ts';
export { Listing, type Cursor, type Page, type PageRequest } from './queries/listing.ts';
export { repairingDriver } from './repair/repairing-driver.ts';
export type { Damage } from './session/damage.ts';
export type { Imported } from './handover/import-content.ts';
export type { ExportPart, ReadPart } from './export-file/parts.ts';
export { ExportFileError } from './export-file/export-file-error.ts';
export { NewerDatabaseError } from './database/migrate.ts';
export type { NotRecorded, Recorded } from './record/record-event.ts';
export { MemoryPersonKeys } from './sign-in/memory-person-keys.ts';
export { openOffice, type Office } from './sign-in/office.ts';
export { SlowTries } from './sign-in/slow-tries.ts';
export type { Credentials, Registration } from './sign-in/sessions.ts';
export type { Person } from './session/device-store.ts';
export type { PendingItem } from './status/pending-list.ts';
export type { AwaitedPerson, DeviceStatus } from './status/sync-status.ts';
export type { SyncState } from './sync/sync-engine.ts';
