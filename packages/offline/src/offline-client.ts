/**
 * The offline client. What is recorded here is on the disk before it is said to be, goes to the server when there is one,
 * and is never deleted before the server has it.
 */
import { archive, archiveDaily } from './database/archive.ts';
import { setMeta } from './database/meta.ts';
import { reset } from './reset.ts';
import { collectUnsettled } from './handover/export-unsettled.ts';
import { importContent, type Imported } from './handover/import-content.ts';
import { openExport, sealExport, type ExportContent } from './export-file/export-file.ts';
import { EventQueries } from './queries/event-queries.ts';
import { reenter, skip } from './record/after-failure.ts';
import { Drafts } from './drafts.ts';
import { DeviceDatabase } from './database/device-database.ts';
import type { DeviceEntry } from './events/device-events.ts';
import { projectionContext } from './session/projection-context.ts';
import { rebuild } from './local-projection/reproject.ts';
import { instantOf } from './ports/ids.ts';
import { PhotoStore } from './photos/photo-store.ts';
import { skipPhoto } from './photos/skip-photo.ts';
import { UploadPhotos } from './photos/upload-photos.ts';
import type { Clock } from './ports/clock.ts';
import type { PhotoFiles } from './ports/photo-files.ts';
import type { SqliteDriver } from './ports/sqlite.ts';
import { NO_SYNC_LOCK, type SyncLock } from './ports/sync-lock.ts';
import type { Transport } from './ports/transport.ts';
import { RecordQueries } from './queries/record-queries.ts';
import { recordEvent, type NotRecorded, type Recorded } from './record/record-event.ts';
import { markSequencesUnconfirmed } from './sign-in/device-sequences.ts';
import { Sessions } from './sign-in/sessions.ts';
import { pendingList, type PendingItem } from './status/pending-list.ts';
import { LAST_SYNC, SyncStatus } from './status/sync-status.ts';
import { Pull } from './sync/pull.ts';
import { Push } from './sync/push.ts';
import { SessionTokens } from './session/session-tokens.ts';
import { SyncEngine } from './sync/sync-engine.ts';

export interface OfflineClientParts {
  readonly driver: SqliteDriver;
  readonly transport: Transport;
  readonly files: PhotoFiles;
  readonly clock: Clock;
  readonly appVersion?: string;
  /** Where a second program may open the same data. */
  readonly syncLock?: SyncLock;
}

export class OfflineClient {
  readonly sessions: Sessions;
  readonly records: RecordQueries;
  readonly events: EventQueries;
  readonly photos: PhotoStore;
  readonly drafts: Drafts;
  readonly status: SyncStatus;
  readonly sync: SyncEngine;
  readonly #database: DeviceDatabase;
  readonly #clock: Clock;
  readonly #files: PhotoFiles;

  private constructor(
    database: DeviceDatabase,
    { transport, files, clock, appVersion, syncLock }: OfflineClientParts,
  ) {
    this.#database = database;
    this.#clock = clock;
    this.#files = files;
    const tokens = new SessionTokens(database, transport, clock);
    this.sessions = new Sessions(database, transport, clock);
    this.records = new RecordQueries(database);
    this.events = new EventQueries(database);
    this.photos = new PhotoStore(database, files, clock);
    this.drafts = new Drafts(database, clock);
    this.status = new SyncStatus(database, () => this.sync.state);
    this.sync = new SyncEngine({
      database,
      clock,
      lock: syncLock ?? NO_SYNC_LOCK,
      steps: {
        PUSH: new Push({ database, tokens, clock, appVersion }),
        PULL: new Pull({ database, tokens, appVersion }),
        PHOTOS: new UploadPhotos({
          database,
          tokens,
          transport,
          clock,
          files,
          onProgress: (progress) => this.status.progress(progress),
        }),
      },
      onChange: () => this.status.changed(),
      onComplete: () => this.#synced(),
    });
  }

  /** Opens the device's data, and brings it up to date if an older app wrote it. */
  static async open(parts: OfflineClientParts): Promise<OfflineClient> {
    const database = await DeviceDatabase.open(parts.driver, instantOf(parts.clock.now()));
    await database.write(markSequencesUnconfirmed);
    return new OfflineClient(database, parts);
  }

  /**
   * Saves what a person entered. When it resolves with `ok`, it is on the disk and will reach the server. Otherwise nothing
   * was saved, and the answer says why. Throws `NOT_REGISTERED` and `LOCKED`, and if the disk fails.
   */
  async record(entry: DeviceEntry): Promise<Recorded | NotRecorded> {
    const recorded = await this.#database.write((db) => recordEvent(db, this.#clock, entry));
    if (recorded.ok) this.#saved();
    return recorded;
  }

  /**
   * Records an entry instead of one that the server refused; the old one counts as skipped then. Otherwise like `record`.
   * Throws `NOT_FAILED` if the event isn't one that was refused.
   */
  async reenter(eventId: string, entry: DeviceEntry): Promise<Recorded | NotRecorded> {
    const recorded = await this.#database.write((db) => reenter(db, this.#clock, eventId, entry));
    if (recorded.ok) this.#saved();
    return recorded;
  }

  /** Leaves an entry that the server refused, with the person's reason. It stays in the log. Throws `NOT_FAILED`. */
  async skip(eventId: string, reason: string): Promise<void> {
    await this.#database.write((db) => skip(db, eventId, reason));
    this.status.changed();
  }

  /**
   * Leaves a photo that the server can't take, with the person's reason: its file is gone, or its item was deleted.
   * Throws `NOT_FAILED`.
   */
  async skipPhoto(photoId: string, reason: string): Promise<void> {
    await this.#database.write((db) => skipPhoto(db, photoId, reason));
    this.status.changed();
  }

  /**
   * What the server hasn't got, as the bytes of a `.wellpulse` file. It stays here as well. Throws `ExportFileError` for a
   * passphrase that is too short.
   */
  async exportUnsettled(passphrase: string): Promise<Uint8Array> {
    return sealExport(await this.collectUnsettled(), passphrase, (bytes) => this.#clock.random(bytes));
  }

  /** The same unsealed, for whoever seals it elsewhere: it takes a phone some seconds. */
  collectUnsettled(): Promise<ExportContent> {
    return collectUnsettled(this.#database, this.#files, this.#clock);
  }

  /**
   * Takes over what another device exported; it goes to the server with the next sync. Throws `ExportFileError` if the file
   * can't be opened and `OTHER_TENANT` if it isn't of this company.
   */
  async importFile(file: Uint8Array, passphrase: string): Promise<Imported> {
    return this.importContent(await openExport(file, passphrase));
  }

  /** The same with what was opened elsewhere. Throws `OTHER_TENANT`. */
  async importContent(content: ExportContent): Promise<Imported> {
    const imported = await importContent(this.#database, this.#files, this.#clock, content);
    this.#saved();
    return imported;
  }

  /** Makes room: what was settled more than six months ago leaves a line. Returns how many events did. */
  archive(): Promise<number> {
    return archive(this.#database, this.#clock.now());
  }

  /** Empties the device. Throws `UNSETTLED_EVENTS`, with how many, while the server hasn't got everything. */
  async reset(): Promise<void> {
    const { isStarted } = this.sync;
    await this.sync.stop();
    try {
      await reset(this.#database, this.#files);
    } finally {
      if (isStarted) this.sync.start();
      this.status.changed();
    }
  }

  /** What has not reached the server, in words. */
  pendingList(): Promise<PendingItem[]> {
    return this.#database.read(pendingList);
  }

  /** Makes all local rows again from what the server sent and the device's own events. */
  rebuild(): Promise<void> {
    return this.#database.write(async (db) => rebuild(db, await projectionContext(db)));
  }

  /** Ends syncing and closes the file. */
  async close(): Promise<void> {
    await this.sync.stop();
    await this.#database.close();
  }

  #saved(): void {
    this.sync.saved();
    this.status.changed();
  }

  async #synced(): Promise<void> {
    await this.#database.write((db) => setMeta(db, LAST_SYNC, instantOf(this.#clock.now())));
    await archiveDaily(this.#database, this.#clock.now());
  }
}
