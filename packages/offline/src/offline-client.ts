/**
 * The offline client. An entry is on the disk before it is said to be saved. It goes to the server when there is a network.
 * It is never deleted before the server has it (the invariants are in `sync/sync-engine.ts`).
 */
import { endpoints, type ProductionSeries } from '@wellpulse/contracts';
import { hearTime } from './clock/hear-time.ts';
import { hearVersion } from './outbox/hear-version.ts';
import { lookAtClock } from './clock/stretches.ts';
import { serverNow } from './clock/server-now.ts';
import { archive, archiveDaily } from './database/archive.ts';
import { setMeta } from './database/meta.ts';
import { reset } from './reset.ts';
import { unsettledParts } from './handover/export-unsettled.ts';
import { importParts, type Imported } from './handover/import-content.ts';
import { openParts, sealParts, type ExportPart, type ReadPart } from './export-file/export-file.ts';
import { EventQueries } from './queries/event-queries.ts';
import { reenter, skip } from './record/after-refusal.ts';
import { Drafts } from './drafts.ts';
import { DeviceDatabase } from './database/device-database.ts';
import type { DeviceEntry } from './events/device-events.ts';
import { projectionContext } from './session/projection-context.ts';
import { rebuild } from './local-projection/reproject.ts';
import { instantOf } from './ports/ids.ts';
import { releaseOld, releaseOldest } from './photos/kept-photos.ts';
import { knownPaths } from './photos/known-paths.ts';
import { PhotoStore } from './photos/photo-store.ts';
import { skipPhoto } from './photos/skip-photo.ts';
import { UploadPhotos } from './photos/upload-photos.ts';
import { NO_BALLAST, type Ballast } from './ports/ballast.ts';
import type { Clock } from './ports/clock.ts';
import type { PersonKeys } from './ports/person-keys.ts';
import type { PhotoFiles } from './ports/photo-files.ts';
import type { SqliteDriver } from './ports/sqlite.ts';
import { NO_SYNC_LOCK, type SyncLock } from './ports/sync-lock.ts';
import type { Transport } from './ports/transport.ts';
import type { Listing } from './queries/listing.ts';
import { RecordQueries } from './queries/record-queries.ts';
import { recordEvent, type NotRecorded, type Recorded, type Recorder } from './record/record-event.ts';
import { markSequencesUnconfirmed } from './sign-in/device-sequences.ts';
import { Sessions } from './sign-in/sessions.ts';
import { pendingList, type PendingItem } from './status/pending-list.ts';
import { LAST_SYNC, SyncStatus } from './status/sync-status.ts';
import { Pull } from './sync/pull/pull.ts';
import { Push } from './sync/push/push.ts';
import { Recovery } from './sync/recovery/recovery.ts';
import { emptyIfRetired, endKeys } from './sync/end-of-device.ts';
import { tellReport } from './sync/recovery/recovery-report.ts';
import { keepIdentityCopy } from './session/identity-copy.ts';
import { recordRetired } from './session/retiring.ts';
import { SessionTokens } from './session/session-tokens.ts';
import { Heartbeat } from './sync/heartbeat/heartbeat.ts';
import { SyncEngine } from './sync/sync-engine.ts';

/** Of 300 wells, either comes within five minutes at 2 KB/s. */
const HISTORY = { own: 120, all: 21 } as const;

/** Somebody looks at the screen meanwhile. */
const LOOKING_TIMEOUT_MS = 15_000;

/** What a platform gives: `src/node` is an example. */
export interface OfflineClientParts {
  readonly driver: SqliteDriver;
  readonly transport: Transport;
  readonly files: PhotoFiles;
  readonly clock: Clock;
  readonly keys: PersonKeys;
  /** Shown on the dashboard. Another version asks again for records that an older one could not read. */
  readonly appVersion?: string;
  /** Needed where the data stands on a disk that can be full. */
  readonly ballast?: Ballast;
  /**
   * How many days of a person's own wells are kept on the device, today among them; 8 at least. If left out, 120 days of an operator's
   * wells, and 21 of all wells for anybody else.
   */
  readonly historyDays?: number;
  /** Needed only if a second program may open the same data. */
  readonly syncLock?: SyncLock;
}

/**
 * One device's data and its sync. An app opens one client and keeps it until it ends.
 *
 * @example
 * const client = await OfflineClient.open({ driver, transport, files, clock, keys });
 * await client.sessions.register({ tenant: 'acme', email, password, deviceName: 'Truck 7', platform: 'ANDROID' });
 * client.sync.start();
 * const recorded = await client.record({
 *   eventType: 'PRODUCTION_CREATED',
 *   aggregateId: well.id,
 *   payload: { productionDate: '2025-10-20', oilVolume: 42.5 },
 * });
 */
export class OfflineClient {
  /** Registers the device, signs people in and out, and opens their keys. */
  readonly sessions: Sessions;
  /** Rows to show: wells, readings, equipment, conflicts, alerts. */
  readonly records: RecordQueries;
  /** What was entered on this device, and what became of each entry. */
  readonly events: EventQueries;
  /** Keeps pictures on the device until the server has them, and for thirty days more. */
  readonly photos: PhotoStore;
  /** What is typed and not saved yet. */
  readonly drafts: Drafts;
  /** How much waits, when it last synced, and what is the trouble. */
  readonly status: SyncStatus;
  /** Starts and stops syncing, or syncs at once. */
  readonly sync: SyncEngine;
  /** Keeps `status.isOnline` true while the app is shown. */
  readonly heartbeat: Heartbeat;
  readonly #database: DeviceDatabase;
  readonly #clock: Clock;
  readonly #files: PhotoFiles;
  readonly #keys: PersonKeys;
  readonly #tokens: SessionTokens;

  private constructor(
    database: DeviceDatabase,
    { transport: link, files, clock, keys, appVersion, syncLock, historyDays }: OfflineClientParts,
  ) {
    const history = historyDays === undefined ? HISTORY : { own: historyDays, all: historyDays };
    this.heartbeat = new Heartbeat({
      transport: link,
      clock,
      isOnline: () => this.sync.state.isOnline,
      onHeard: ({ isOnline, isBack }) => {
        if (isBack) this.sync.networkChanged(isOnline);
        else this.sync.heard(isOnline);
      },
    });
    const heard = hearTime(this.heartbeat.transport, database, clock);
    const transport = hearVersion(heard, database, () => this.sync.saved());
    this.#database = database;
    this.#clock = clock;
    this.#files = files;
    this.#keys = keys;
    const tokens = new SessionTokens({ database, transport, clock, keys, appVersion });
    this.#tokens = tokens;
    this.sessions = new Sessions(database, { transport, clock, keys });
    this.records = new RecordQueries(database, clock);
    this.events = new EventQueries(database);
    this.photos = new PhotoStore(database, files, clock);
    this.drafts = new Drafts(database, clock);
    this.status = new SyncStatus(database, clock, () => this.sync.state);
    const end = { database, tokens, keys, clock, empty: () => this.#retire() };
    const recovery = new Recovery({ database, tokens, clock, onRecovered: () => this.sync.saved() });
    this.sync = new SyncEngine({
      database,
      clock,
      lock: syncLock ?? NO_SYNC_LOCK,
      steps: {
        PUSH: new Push({ database, tokens, clock, keys, recovery, appVersion }),
        PULL: new Pull({ database, tokens, clock, recovery, appVersion, history }),
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
      onThrough: async () => {
        await releaseOld(database, files, clock);
        await tellReport(database, tokens);
      },
      onComplete: async () => {
        await this.#synced();
        await emptyIfRetired(end);
      },
      onRevoked: () => endKeys(end),
    });
  }

  /**
   * Opens the device's data, and migrates it if an older app wrote it. Nothing is synced before `sync.start()`. Throws
   * `NewerDatabaseError` if a newer app wrote the data. Throws `DISK_FULL` if not even the ballast gives room for opening it.
   * Also throws if the database can't write durably.
   */
  static async open(parts: OfflineClientParts): Promise<OfflineClient> {
    const { driver, files, ballast = NO_BALLAST } = parts;
    const database = await DeviceDatabase.open(driver, instantOf(parts.clock.now()), ballast, () =>
      releaseOldest(driver, files),
    );
    await files.removeLeftovers(await database.read(knownPaths));
    await ballast.make();
    await database.write(markSequencesUnconfirmed);
    await database.write(keepIdentityCopy);
    await database.write((db) => lookAtClock(db, parts.clock));
    const client = new OfflineClient(database, parts);
    await client.sessions.resume();
    return client;
  }

  /**
   * A well's daily volumes between two days, as the server has them now: also those that are too old for this device. Null without a
   * network, without a session of the person at the device, and for a well that is gone.
   *
   * @example
   * const year = await client.servedSeries(well.id, { from: '2024-10-21', to: '2025-10-20' });
   */
  async servedSeries(
    wellId: string,
    range: { readonly from: string; readonly to: string },
  ): Promise<ProductionSeries | null> {
    const person = await this.sessions.current();
    if (person === undefined) return null;
    const answered = await this.#tokens.requestAnswer(
      endpoints.production.series,
      { params: { wellId }, query: range },
      { userId: person.id, timeoutMs: LOOKING_TIMEOUT_MS },
    );
    return answered.ok ? answered.value : null;
  }

  /**
   * Saves what a person entered. If the result is `ok`, the entry is on the disk and will reach the server. `alerts` then
   * says which volumes are far from the day before. Otherwise nothing was saved: `code` and `errors` say why, field by field.
   * Throws `NOT_REGISTERED`, `LOCKED`, `RETIRING` and `DISK_FULL`, and if the disk fails.
   *
   * @example
   * const payload = { productionDate: '2025-10-20', oilVolume: 42.5 }; // barrels; what is left out was not measured
   * const recorded = await client.record({ eventType: 'PRODUCTION_CREATED', aggregateId: well.id, payload });
   * if (!recorded.ok) show(recorded.errors); // [{ path: 'oilVolume', message: 'Must not be negative' }]
   */
  async record(entry: DeviceEntry): Promise<Recorded | NotRecorded> {
    const recorded = await this.#database.write((db) => recordEvent(db, this.#recorder, entry));
    if (recorded.ok) this.#saved();
    return recorded;
  }

  /**
   * Records an entry in place of one that the server refused. The refused entry then counts as skipped. Otherwise like `record`.
   * Throws `NOT_FAILED` if the server did not refuse the event.
   *
   * @example
   * const { items: refused } = await client.events.list({ status: 'FAILED' }).page();
   * await client.reenter(refused[0].event.id, { eventType, aggregateId, payload: { ...payload, oilVolume: 46 } });
   */
  async reenter(eventId: string, entry: DeviceEntry): Promise<Recorded | NotRecorded> {
    const recorded = await this.#database.write((db) => reenter(db, this.#recorder, eventId, entry));
    if (recorded.ok) this.#saved();
    return recorded;
  }

  /**
   * Gives up an entry that the server refused, with the person's reason. It stays in the log. Throws `NOT_FAILED` if the
   * server did not refuse the event, and `LOCKED`.
   *
   * @example
   * await client.skip(event.id, 'Entered twice');
   */
  async skip(eventId: string, reason: string): Promise<void> {
    await this.#database.write((db) => skip(db, eventId, reason));
    this.status.changed();
  }

  /**
   * Gives up a photo that the server can't take, with the person's reason. Its file is gone, or its item was deleted.
   * Throws `NOT_FAILED` for any other photo.
   *
   * @example
   * await client.skipPhoto(photoId, 'Taken again');
   */
  async skipPhoto(photoId: string, reason: string): Promise<void> {
    await this.#database.write((db) => skipPhoto(db, photoId, reason));
    this.status.changed();
  }

  /**
   * Everything that the server does not have, as the bytes of a sealed `.wellpulse` file, piece by piece, photos
   * too. Nothing is removed here. `onPart` is told of each event and photo as it is written. Throws
   * `ExportFileError` (`WEAK_PASSPHRASE`) for a passphrase of less than 8 characters.
   *
   * @example
   * await writeDurably('truck-7.wellpulse', client.exportFile(passphrase)); // of @wellpulse/offline/node
   */
  exportFile(
    passphrase: string,
    onPart: (part: ExportPart) => void = () => undefined,
  ): AsyncIterable<Uint8Array> {
    const parts = this.unsettled();
    async function* told() {
      for await (const part of parts) {
        yield part;
        onPart(part);
      }
    }
    return sealParts(told(), passphrase, (bytes) => this.#clock.random(bytes));
  }

  /** The same parts unsealed, for an app that seals them outside of its main thread: that takes a phone some seconds. */
  unsettled(): AsyncIterable<ExportPart> {
    return unsettledParts(this.#database, this.#files, this.#clock);
  }

  /**
   * Takes over what another device exported. It goes to the server with the next sync. `source` gives the file's bytes from
   * the beginning, piece by piece; it is called more than once, since nothing is taken before all of the file is known to be
   * whole. Importing a file twice changes nothing. Throws `ExportFileError` if the file can't be opened; its code says
   * why. Throws `OTHER_TENANT` if the file belongs to another company.
   *
   * @example
   * const { events, photos, unread } = await client.importFile(() => readPieces('truck-9.wellpulse'), passphrase);
   */
  async importFile(source: () => AsyncIterable<Uint8Array>, passphrase: string): Promise<Imported> {
    return this.importParts(await openParts(source, passphrase));
  }

  /** The same with parts that were opened elsewhere. Throws `OTHER_TENANT`. */
  async importParts(parts: () => AsyncIterable<ReadPart>): Promise<Imported> {
    try {
      return await importParts(this.#database, this.#files, this.#clock, parts);
    } finally {
      this.#saved();
    }
  }

  /** Archives events that were settled more than six months ago: each leaves one line. Returns how many. */
  async archive(): Promise<number> {
    return archive(this.#database, await this.#serverNow());
  }

  /** Deletes all data of the device. Throws `UNSETTLED_EVENTS`, with their number, until the server has everything. */
  async reset(): Promise<void> {
    const { isStarted } = this.sync;
    await this.sync.stop();
    try {
      await reset(this.#database, this.#files, this.#keys);
    } finally {
      if (isStarted) this.sync.start();
      this.status.changed();
    }
  }

  /**
   * What has not reached the server: entries in their order, one line for all photos, and each photo that needs a person.
   * `packages/words` says each: "Production entry for Acme #1 (20 Oct)".
   *
   * @example
   * for await (const { content, problem } of client.pendingList()) show(words.formatPending(content), problem);
   */
  pendingList(): Listing<PendingItem> {
    return pendingList(this.#database);
  }

  /** Makes all local rows again from the server's records and the device's own events. The result is the same. */
  rebuild(): Promise<void> {
    return this.#database.write(async (db) => rebuild(db, await projectionContext(db)));
  }

  /** Ends syncing and closes the database. Resolves when a running sync is over. */
  async close(): Promise<void> {
    this.heartbeat.setShown(false);
    await this.sync.stop();
    await this.#database.close();
  }

  async #retire(): Promise<void> {
    const at = instantOf(this.#clock.now());
    await reset(this.#database, this.#files, this.#keys, (db) => recordRetired(db, at));
  }

  get #recorder(): Recorder {
    return { clock: this.#clock, keys: this.#keys };
  }

  #saved(): void {
    this.sync.saved();
    this.status.changed();
  }

  #serverNow(): Promise<number | null> {
    return this.#database.write((db) => serverNow(db, this.#clock));
  }

  async #synced(): Promise<void> {
    await this.#database.write((db) => setMeta(db, LAST_SYNC, instantOf(this.#clock.now())));
    await archiveDaily(this.#database, await this.#serverNow());
    await this.#database.hasRoom();
  }
}
