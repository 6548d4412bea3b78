/**
 * Uploads photos one at a time: announce, put, confirm. A photo is uploaded after the server has its event. The server then knows
 * the item or the well that it belongs to. The file stays for a while after the server has checked and stored the bytes (`kept-photos.ts`).
 */
import { PHOTO_ENDPOINTS, type PhotoContentType } from '@wellpulse/contracts';
import { troubleOf, writeTrouble } from '@wellpulse/domain';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import type { PhotoState } from '../database/schema.ts';
import { serverNow } from '../clock/server-now.ts';
import type { Clock } from '../ports/clock.ts';
import { instantOf } from '../ports/ids.ts';
import type { PhotoFile, PhotoFiles } from '../ports/photo-files.ts';
import type { Transport } from '../ports/transport.ts';
import { failureOf, troubleOfFailure } from '../protocol/request-answer.ts';
import { backoff } from '../protocol/backoff.ts';
import { stepResultOf } from '../session/step-result-of.ts';
import { REFUSED_WAIT_MS, waitFrom } from '../outbox/item-retries.ts';
import { DONE, type StepResult } from '../protocol/sync-step.ts';
import type { SessionTokens, SyncFailureKind } from '../session/session-tokens.ts';
import { offerKeptAgain } from './kept-photos.ts';
import { heldPhoto, nextPhoto, type WaitingPhoto } from './waiting-photos.ts';

const TIMEOUT_MS = 30_000;
/** A photo that the link has swallowed twice waits so long: each try costs as much as all the rest. */
const SWALLOWED_TRIES = 2;
/** After this many failed photos in a row the server is at fault, and not the photos (ADR 24). */
const MOST_STRIKES = 3;

export interface PhotoProgress {
  readonly photoId: string;
  readonly sentBytes: number;
  readonly totalBytes: number;
}

interface UploadParts {
  readonly database: DeviceDatabase;
  readonly tokens: SessionTokens;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly files: PhotoFiles;
  readonly onProgress: (progress: PhotoProgress | null) => void;
}

export class UploadPhotos {
  readonly #parts: UploadParts;

  constructor(parts: UploadParts) {
    this.#parts = parts;
  }

  async run(): Promise<StepResult> {
    const { database, clock, onProgress } = this.#parts;
    let strikes = 0;
    await database.write((db) => offerKeptAgain(db, clock));
    try {
      for (;;) {
        const photo = await database.read((db) => nextPhoto(db, clock.now()));
        if (photo === null) return await database.read(doneOrHeld);
        const failure = await this.#upload(photo);
        if (failure === null) {
          await this.#stored(photo);
          strikes = 0;
          continue;
        }
        if (!isOfThisPhoto(failure)) return stepResultOf(failure);
        await this.#postpone(photo, failure);
        if (isBreakdown(failure)) strikes += 1;
        if (strikes === MOST_STRIKES) return afterStrikes(failure);
      }
    } finally {
      onProgress(null);
    }
  }

  async #upload(photo: WaitingPhoto): Promise<SyncFailureKind | null> {
    // The bytes were on their way when the app ended, or the link: they may have arrived.
    if (photo.state === 'UPLOADING') {
      const failure = await this.#confirm(photo);
      if (failure?.kind !== 'REFUSED' || isOwnerGone(failure)) return failure;
    }
    const answered = await this.#parts.tokens.requestAnswer(
      PHOTO_ENDPOINTS[photo.owner.kind].uploadUrl,
      {
        params: { ownerId: photo.owner.id },
        body: {
          photoId: photo.photoId,
          sha256: photo.sha256,
          sizeBytes: photo.sizeBytes,
          contentType: photo.contentType as PhotoContentType,
          ...((await this.#isHeld(photo)) ? {} : { isHeld: false }),
        },
      },
      { timeoutMs: TIMEOUT_MS },
    );
    // It was offered once more, and its item was deleted since: nothing shows it.
    if (!answered.ok) return photo.wasStored && isOwnerGone(answered.failure) ? null : answered.failure;
    // What is held nowhere any more is shown as missing by the server.
    if (answered.value.state !== 'WAITING') return null;
    const file = photo.path === null ? null : await this.#parts.files.open(photo.path);
    if (file === null) return FILE_GONE;
    const failure = await this.#put(photo, file, answered.value);
    const isSilent = failure?.kind === 'NO_ANSWER' || failure?.kind === 'TIMEOUT';
    if (failure !== null && !isSilent) return failure;
    const confirmed = await this.#confirm(photo);
    // The server answers, and the bytes are not there: the link is not down, it swallows this photo.
    return isSilent && confirmed?.kind === 'REFUSED' && confirmed.code === 'PHOTO_NOT_UPLOADED'
      ? SWALLOWED
      : confirmed;
  }

  /** False if the server has had it, and its bytes are not here any more. */
  async #isHeld({ path, wasStored }: WaitingPhoto): Promise<boolean> {
    if (path === null) return false;
    return !wasStored || (await this.#parts.files.open(path)) !== null;
  }

  async #put(
    photo: WaitingPhoto,
    file: PhotoFile,
    ticket: { readonly uploadUrl: string; readonly headers: Readonly<Record<string, string>> },
  ): Promise<SyncFailureKind | null> {
    const { transport, database, onProgress } = this.#parts;
    await database.write((db) => setState(db, photo, { state: 'UPLOADING' }));
    const progress = (sentBytes: number): void =>
      onProgress({ photoId: photo.photoId, sentBytes, totalBytes: file.size });
    progress(0);
    const reply = await transport.put({
      url: ticket.uploadUrl,
      headers: ticket.headers,
      file,
      timeoutMs: TIMEOUT_MS,
      onProgress: progress,
    });
    const failure = failureOf(reply);
    // The storage refuses in its own way, such as an address that is too old: next time there is a new one.
    return failure?.kind === 'UNREADABLE' && failure.status < 500 ? STORAGE_REFUSED : failure;
  }

  async #confirm(photo: WaitingPhoto): Promise<SyncFailureKind | null> {
    const answered = await this.#parts.tokens.requestAnswer(
      PHOTO_ENDPOINTS[photo.owner.kind].confirm,
      { params: { ownerId: photo.owner.id, photoId: photo.photoId } },
      { timeoutMs: TIMEOUT_MS },
    );
    if (!answered.ok) return answered.failure;
    return answered.value.state === 'STORED' ? null : { kind: 'UNREADABLE', status: 200 };
  }

  async #stored(photo: WaitingPhoto): Promise<void> {
    const { database, clock } = this.#parts;
    await database.write(async (db) => {
      const now = (await serverNow(db, clock)) ?? clock.now();
      await setState(db, photo, { state: 'STORED', stored_at: instantOf(now) });
    });
  }

  async #postpone(photo: WaitingPhoto, failure: SyncFailureKind): Promise<void> {
    const { database, clock } = this.#parts;
    const retries = photo.retryCount + 1;
    const needsPerson = isForThePerson(failure);
    const waitsLong = needsPerson || (failure === SWALLOWED && retries >= SWALLOWED_TRIES);
    const wait = waitsLong ? REFUSED_WAIT_MS : backoff(clock, retries);
    await database.write((db) =>
      db
        .updateTable('photos')
        .set({
          state: 'WAITING',
          retry_count: retries,
          needs_person: needsPerson ? 1 : 0,
          last_error: failure.kind === 'NEEDS_SIGN_IN' ? null : writeTrouble(troubleOfFailure(failure)),
          ...waitFrom(clock.now(), wait),
        })
        .where('photo_id', '=', photo.photoId)
        .execute(),
    );
  }
}

const FILE_GONE: SyncFailureKind = {
  kind: 'REFUSED',
  status: 404,
  code: 'FILE_GONE',
  message: '',
  retryAfterSeconds: null,
};

const SWALLOWED: SyncFailureKind = {
  kind: 'REFUSED',
  status: 504,
  code: 'PHOTO_SWALLOWED',
  message: '',
  retryAfterSeconds: null,
};

const STORAGE_REFUSED: SyncFailureKind = {
  kind: 'REFUSED',
  status: 409,
  code: 'STORAGE_REFUSED',
  message: '',
  retryAfterSeconds: null,
};

/** Of what concerns one photo, the others need not wait. */
const isOfThisPhoto = (failure: SyncFailureKind): boolean =>
  failure.kind === 'UNREADABLE' ||
  (failure.kind === 'REFUSED' && ![401, 403, 429, 503].includes(failure.status));

/** This photo may break the server, or the server may be broken. */
const isBreakdown = (failure: SyncFailureKind): boolean =>
  failure.kind === 'UNREADABLE' || (failure.kind === 'REFUSED' && failure.status >= 500);

/** One photo after the other: the storage is away, or the link lets none pass. */
const afterStrikes = (failure: SyncFailureKind): StepResult =>
  failure === SWALLOWED
    ? {
        kind: 'LATER',
        trouble: troubleOf('STORAGE_UNREACHED'),
        retryAfterSeconds: null,
        isOffline: false,
      }
    : stepResultOf(failure);

/** The item, or the well, is not there. */
const OWNER_GONE: readonly string[] = ['EQUIPMENT_NOT_FOUND', 'EQUIPMENT_DELETED', 'WELL_NOT_FOUND'];

const isOwnerGone = (failure: SyncFailureKind): boolean =>
  failure.kind === 'REFUSED' && OWNER_GONE.includes(failure.code);

/** Trying again won't help by itself: the item is gone, or the well, or the picture. */
const isForThePerson = (failure: SyncFailureKind): boolean =>
  failure.kind === 'REFUSED' &&
  [...OWNER_GONE, 'FILE_GONE', 'PHOTO_UNREADABLE', 'VALIDATION_FAILED'].includes(failure.code);

async function doneOrHeld(db: Db): Promise<StepResult> {
  const trouble = await heldPhoto(db);
  return trouble === null ? DONE : { kind: 'HELD', trouble };
}

const setState = (db: Db, { photoId }: WaitingPhoto, set: { state: PhotoState; stored_at?: string }) =>
  db
    .updateTable('photos')
    .set({ ...set, last_error: null })
    .where('photo_id', '=', photoId)
    .execute();
