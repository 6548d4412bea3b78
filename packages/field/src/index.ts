/** The offline client that the laptop and the phone app share. Runs in React Native and Electron alike. */
export * from './events/device-events.ts';
export * from './field-error.ts';
export * from './field.ts';
export * from './ports/clock.ts';
export * from './ports/photo-files.ts';
export * from './ports/serialise.ts';
export * from './ports/sqlite.ts';
export * from './ports/transport.ts';
export * from './queries/record-queries.ts';
export type { NotRecorded, Recorded } from './record/record-event.ts';
export type { Credentials, Registration } from './session/sessions.ts';
export type { Person } from './session/device-store.ts';
export type { PendingItem } from './status/pending-list.ts';
export type { FieldStatus } from './status/status-board.ts';
export type { SyncState } from './sync/sync-engine.ts';
