/**
 * Uploads photos one at a time: announce, put, confirm. A photo is uploaded after the server has its event, because then the
 * server knows the item of equipment. The file is removed when the server has checked and stored the bytes.
 */
import { endpoints, type PhotoContentType } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import type { Clock } from '../ports/clock.ts';
import type { PhotoFiles } from '../ports/photo-files.ts';
import type { Transport } from '../ports/transport.ts';
import { explain, failureOf } from '../protocol/request-answer.ts';
import { backoff } from '../protocol/backoff.ts';
import { stepResultOf } from '../session/step-result-of.ts';
import { LONGEST_RETRY_DELAY_MS } from '../outbox/retry-schedule.ts';
import { DONE, type StepResult } from '../protocol/sync-step.ts';
import type { SessionTokens, SyncFailureKind } from '../session/session-tokens.ts';
import { heldPhoto, nextPhoto, type WaitingPhoto } from './waiting-photos.ts';

const TIMEOUT_MS = 30_000;
/** Ten minutes for two megabytes, on a very poor link. */
const PUT_TIMEOUT_MS = 10 * 60 * 1000;
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
        if (strikes === MOST_STRIKES) return stepResultOf(failure);
      }
    } finally {
      onProgress(null);
    }
  }

  async #upload(photo: WaitingPhoto): Promise<SyncFailureKind | null> {
    // The bytes were on their way when the app ended, or the link: they may have arrived.
    if (photo.state === 'UPLOADING') {
      const failure = await this.#confirm(photo);
      if (failure?.kind !== 'REFUSED' || failure.code === 'EQUIPMENT_NOT_FOUND') return failure;
    }
    const bytes = photo.path === null ? null : await this.#parts.files.read(photo.path);
    if (bytes === null) return FILE_GONE;
    const answered = await this.#parts.tokens.requestAnswer(
      endpoints.photos.uploadUrl,
      {
        params: { equipmentId: photo.equipmentId },
        body: {
          photoId: photo.photoId,
          sha256: photo.sha256,
          sizeBytes: photo.sizeBytes,
          contentType: photo.contentType as PhotoContentType,
        },
      },
      { timeoutMs: TIMEOUT_MS },
    );
    if (!answered.ok) return answered.failure;
    if (answered.value.state === 'STORED') return null;
    return (await this.#put(photo, bytes, answered.value)) ?? this.#confirm(photo);
  }

  async #put(
    photo: WaitingPhoto,
    bytes: Uint8Array,
    ticket: { readonly uploadUrl: string; readonly headers: Readonly<Record<string, string>> },
  ): Promise<SyncFailureKind | null> {
    const { transport, database, onProgress } = this.#parts;
    await database.write((db) => setState(db, photo, 'UPLOADING'));
    const progress = (sentBytes: number): void =>
      onProgress({ photoId: photo.photoId, sentBytes, totalBytes: bytes.length });
    progress(0);
    const reply = await transport.put({
      url: ticket.uploadUrl,
      headers: ticket.headers,
      bytes,
      timeoutMs: PUT_TIMEOUT_MS,
      onProgress: progress,
    });
    const failure = failureOf(reply);
    // The storage refuses in its own way, such as an address that is too old: next time there is a new one.
    return failure?.kind === 'UNREADABLE' && failure.status < 500 ? STORAGE_REFUSED : failure;
  }

  async #confirm(photo: WaitingPhoto): Promise<SyncFailureKind | null> {
    const answered = await this.#parts.tokens.requestAnswer(
      endpoints.photos.confirm,
      { params: { equipmentId: photo.equipmentId, photoId: photo.photoId } },
      { timeoutMs: TIMEOUT_MS },
    );
    if (!answered.ok) return answered.failure;
    return answered.value.state === 'STORED' ? null : { kind: 'UNREADABLE', status: 200 };
  }

  async #stored(photo: WaitingPhoto): Promise<void> {
    const { database, files } = this.#parts;
    await database.write((db) => setState(db, photo, 'STORED'));
    if (photo.path !== null) await files.remove(photo.path);
    await database.write((db) =>
      db.updateTable('photos').set({ path: null }).where('photo_id', '=', photo.photoId).execute(),
    );
  }

  async #postpone(photo: WaitingPhoto, failure: SyncFailureKind): Promise<void> {
    const { database, clock } = this.#parts;
    const retries = photo.retryCount + 1;
    const needsPerson = isForThePerson(failure);
    const wait = needsPerson ? LONGEST_RETRY_DELAY_MS : backoff(clock, retries);
    await database.write((db) =>
      db
        .updateTable('photos')
        .set({
          state: 'WAITING',
          retry_count: retries,
          needs_person: needsPerson ? 1 : 0,
          last_error: failure.kind === 'NEEDS_SIGN_IN' ? null : explain(failure),
          next_retry_at: clock.now() + wait,
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
  message: "The photo's file is gone from this device",
  retryAfterSeconds: null,
};

const STORAGE_REFUSED: SyncFailureKind = {
  kind: 'REFUSED',
  status: 409,
  code: 'STORAGE_REFUSED',
  message: 'The photo storage did not take the photo',
  retryAfterSeconds: null,
};

/** Of what concerns one photo, the others need not wait. */
const isOfThisPhoto = (failure: SyncFailureKind): boolean =>
  failure.kind === 'UNREADABLE' ||
  (failure.kind === 'REFUSED' && ![401, 403, 429, 503].includes(failure.status));

/** This photo may break the server, or the server may be broken. */
const isBreakdown = (failure: SyncFailureKind): boolean =>
  failure.kind === 'UNREADABLE' || (failure.kind === 'REFUSED' && failure.status >= 500);

/** Trying again won't help by itself: the item is gone, or the picture. */
const isForThePerson = (failure: SyncFailureKind): boolean =>
  failure.kind === 'REFUSED' &&
  ['FILE_GONE', 'EQUIPMENT_NOT_FOUND', 'EQUIPMENT_DELETED', 'PHOTO_UNREADABLE', 'VALIDATION_FAILED'].includes(
    failure.code,
  );

async function doneOrHeld(db: Db): Promise<StepResult> {
  const message = await heldPhoto(db);
  return message === null ? DONE : { kind: 'HELD', message };
}

const setState = (db: Db, photo: WaitingPhoto, state: 'UPLOADING' | 'STORED') =>
  db.updateTable('photos').set({ state, last_error: null }).where('photo_id', '=', photo.photoId).execute();
