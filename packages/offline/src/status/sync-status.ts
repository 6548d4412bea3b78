/** A snapshot of all that a screen shows about syncing. Subscribers get each new one. */
import { sql } from 'kysely';
import { lastKnownClockOffset } from '../clock/stretches.ts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { findMeta } from '../database/meta.ts';
import type { Clock } from '../ports/clock.ts';
import type { PhotoProgress } from '../photos/upload-photos.ts';
import { findDamage, type Damage } from '../session/damage.ts';
import { findRecovered, type Recovered } from '../session/log-mark.ts';
import type { SyncState } from '../sync/sync-engine.ts';
import { findLost } from '../session/lost.ts';
import { findRetired, isRetiring } from '../session/retiring.ts';
import { findPerson } from '../session/device-store.ts';
import { countUnsettled } from '../photos/unsettled.ts';

/**
 * What a device shows of itself: what waits, what needs a person, and how the last sync went. Sizes are in
 * bytes.
 */
export interface DeviceStatus extends SyncState {
  readonly pendingEvents: number;
  /** When the oldest of them was made: RFC 3339. Null if none waits. */
  readonly waitingSince: string | null;
  /** Refused for good. The person enters them again or skips them. */
  readonly failedEvents: number;
  /** Conflicts that wait for a person's choice. */
  readonly openConflicts: number;
  readonly waitingPhotos: number;
  /** Those of the waiting photos that the server can't take. The person may skip them. */
  readonly photosForPerson: number;
  readonly waitingPhotoBytes: number;
  readonly photoProgress: PhotoProgress | null;
  /** Whether the person at the device has to sign in. Others may still sync, and then pulls bring what they may see. */
  readonly needsSignIn: boolean;
  /**
   * Who has to sign in, or unlock the device, before entries of theirs can be sent. The name is null where the device does not know
   * them: they signed out, or their entry came back in a file (ADR 38).
   */
  readonly awaitedPeople: readonly AwaitedPerson[];
  /** The server was put back to an older state: when that was found, and how many entries were sent again. Null if never. */
  readonly recovered: Recovered | null;
  /** This device was retired: it records nothing more, and empties itself when nothing waits on it. */
  readonly isRetiring: boolean;
  /** When this device emptied itself, since it was retired: RFC 3339. Null if it did not, or was registered since. */
  readonly retiredAt: string | null;
  /** When the server told this device that it was lost or stolen, and its keys were closed: RFC 3339. Null if it did not, or somebody signed in since. */
  readonly lostAt: string | null;
  /** Records that this version of the app can't read. Another version may. */
  readonly unreadableRecords: number;
  /** Part of the data could not be read any more and was made anew: when, and which entries are gone. Null if never. */
  readonly damage: Damage | null;
  /** The disk is full, or nearly: entries can be saved and exported, and nothing else is kept. Room has to be made. */
  readonly isShortOfRoom: boolean;
  /**
   * How far this device's clock is off, as the last contact told it: the server's time less its own, in milliseconds. Null where that is not
   * known. `isWrongClock` of the domain says whether the person should set it.
   */
  readonly clockOffsetMs: number | null;
  /**
   * End of the last sync after which nothing waited to be sent; null if there was none. An entry that waits for its author waits, one
   * that was refused does not. RFC 3339.
   */
  readonly lastSyncAt: string | null;
}

/** Somebody without whom their entries can't be sent. */
export interface AwaitedPerson {
  readonly id: string;
  readonly name: string | null;
}

export const LAST_SYNC = 'last_sync_at';

export class SyncStatus {
  readonly #database: DeviceDatabase;
  readonly #clock: Clock;
  readonly #syncState: () => SyncState;
  readonly #listeners = new Set<(status: DeviceStatus) => void>();
  #photoProgress: PhotoProgress | null = null;
  #isReading = false;
  #isStale = false;

  constructor(database: DeviceDatabase, clock: Clock, syncState: () => SyncState) {
    this.#database = database;
    this.#clock = clock;
    this.#syncState = syncState;
  }

  /** Counted anew with each call. */
  async current(): Promise<DeviceStatus> {
    const counts = await this.#database.read(async (db) => {
      const { photos, photoBytes, photosForPerson } = await countUnsettled(db);
      const events = await db
        .selectFrom('event_log')
        .where('status', 'in', ['PENDING', 'FAILED'])
        .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
        .groupBy('status')
        .execute();
      const { openConflicts, unreadableRecords } = await countOfOffice(db);
      const countOf = (status: string): number => events.find((row) => row.status === status)?.count ?? 0;
      return {
        pendingEvents: countOf('PENDING'),
        waitingSince: await oldestPending(db),
        failedEvents: countOf('FAILED'),
        openConflicts,
        waitingPhotos: photos,
        waitingPhotoBytes: photoBytes,
        photosForPerson,
        recovered: await findRecovered(db),
        isRetiring: await isRetiring(db),
        retiredAt: await findRetired(db),
        lostAt: await findLost(db),
        damage: await findDamage(db),
        awaitedPeople: await awaitedPeople(db),
        unreadableRecords,
        clockOffsetMs: await lastKnownClockOffset(db, this.#clock),
        lastSyncAt: await findMeta(db, LAST_SYNC),
        needsSignIn: await isWithoutSession(db),
      };
    });
    const state = this.#syncState();
    return {
      ...state,
      ...counts,
      isShortOfRoom: await this.#database.isShortOfRoom(),
      photoProgress: this.#photoProgress,
      needsSignIn: counts.needsSignIn || state.stopped === 'NEEDS_SIGN_IN',
    };
  }

  /** Calls `listener` with the status now and after each change; the function returned ends that. */
  subscribe(listener: (status: DeviceStatus) => void): () => void {
    this.#listeners.add(listener);
    this.changed();
    return () => this.#listeners.delete(listener);
  }

  /** How far the photo under way is; null if none is. */
  progress(progress: PhotoProgress | null): void {
    this.#photoProgress = progress;
    this.changed();
  }

  /**
   * Something changed. Many changes in a row cost one reading. It has a turn of its own: some drivers answer at once, and then all counting
   * would come before the answer of the save (ADR 121).
   */
  changed(): void {
    if (this.#listeners.size === 0) return;
    this.#isStale = true;
    if (this.#isReading) return;
    this.#isReading = true;
    setTimeout(() => void this.#tell(), 0);
  }

  async #tell(): Promise<void> {
    try {
      while (this.#isStale) {
        this.#isStale = false;
        const status = await this.current();
        for (const listener of this.#listeners) listener(status);
      }
    } catch {
      // The database was closed meanwhile; nobody looks any more.
    } finally {
      this.#isReading = false;
    }
  }
}

/** Of what came from the office. */
const countOfOffice = (db: Db) =>
  db
    .selectNoFrom((from) => [
      from
        .selectFrom('conflicts')
        .where('status', '=', 'OPEN')
        .where('deleted', '=', 0)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('openConflicts'),
      from
        .selectFrom('unread_records')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('unreadableRecords'),
    ])
    .executeTakeFirstOrThrow();

async function oldestPending(db: Db): Promise<string | null> {
  const oldest = await db
    .selectFrom('event_log')
    .where('status', '=', 'PENDING')
    .orderBy('position')
    .limit(1)
    .select('timestamp')
    .executeTakeFirst();
  return oldest?.timestamp ?? null;
}

/** Whether the session of the person at the device is over. */
async function isWithoutSession(db: Db): Promise<boolean> {
  const person = await findPerson(db);
  if (person === undefined) return false;
  const user = await db
    .selectFrom('users')
    .where('id', '=', person.id)
    .select('refresh_token')
    .executeTakeFirst();
  return user?.refresh_token === null;
}

const awaitedPeople = (db: Db): Promise<AwaitedPerson[]> =>
  db
    .selectFrom('sync_queue')
    .innerJoin('event_log', 'event_log.id', 'sync_queue.event_id')
    .leftJoin('users', 'users.id', 'event_log.user_id')
    // As its index says it: a value that is bound could be any.
    .where('waits_for_author', '=', sql.lit(1))
    .select(['event_log.user_id as id', 'users.name'])
    .groupBy(['event_log.user_id', 'users.name'])
    .orderBy('users.name')
    .orderBy('event_log.user_id')
    .execute();
