/**
 * The photos of a form that is being filled in: each is prepared and sent as soon as it is chosen. So the numbers need not
 * wait for the photos at the end. It lives outside of React, and reaches the network through its host alone.
 */
import type { ChosenPhoto, StoredPhoto } from './chosen-photo.ts';
import type { Preparation, PreparedPhoto } from './prepare-photo.ts';

export interface PhotoQueueHost {
  readonly prepare: (file: File) => Promise<Preparation>;
  /** Sends a photo; rejects where it is not kept. `onProgress` takes a share between 0 and 1. */
  readonly store: (
    photo: PreparedPhoto,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<StoredPhoto>;
  /** What to say about a failure, and whether trying again may help. */
  readonly explain: (error: unknown) => { readonly message: string; readonly mayRetry: boolean };
  /** What to say of a file that could not be read. */
  readonly unreadable: string;
  readonly makeId: () => string;
}

/** A weak link is not made faster by sharing it; two keep it busy while one of them is being confirmed. */
const AT_ONCE = 2;

interface Work {
  readonly controller: AbortController;
  prepared: PreparedPhoto | null;
}

/**
 * The chosen photos of one form: prepares each, and sends two at a time. `close` ends everything under way.
 *
 * @example
 * const queue = new PhotoQueue({ prepare, store, explain, unreadable, makeId: () => crypto.randomUUID() });
 * queue.subscribe(() => show(queue.snapshot()));
 * queue.add(files);
 */
export class PhotoQueue {
  readonly #host: PhotoQueueHost;
  readonly #listeners = new Set<() => void>();
  readonly #work = new Map<string, Work>();
  #photos: readonly ChosenPhoto[];

  /** `kept`: photos of the same form from before a reload. */
  constructor(host: PhotoQueueHost, kept: readonly ChosenPhoto[] = []) {
    this.#host = host;
    this.#photos = kept;
  }

  /** Calls `listener` after each change. Gives the function that ends this. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** All chosen photos, in the order of their choice; the same array until something changes. */
  readonly snapshot = (): readonly ChosenPhoto[] => this.#photos;

  /** Takes files in, and begins to prepare and send them. */
  add(files: readonly File[]): void {
    for (const file of files) {
      const id = this.#host.makeId();
      const work: Work = { controller: new AbortController(), prepared: null };
      this.#work.set(id, work);
      const chosen: ChosenPhoto = {
        id,
        name: file.name,
        // Nothing is shown of a file before it is known to be a picture.
        previewUrl: null,
        sizeBytes: null,
        takenAt: null,
        distanceFeet: null,
        state: 'PREPARING',
      };
      this.#show([...this.#photos, chosen]);
      void this.#prepare(id, file, work);
    }
  }

  /** Sends a photo again whose sending failed. Nothing happens for one that can’t be sent at all. */
  retry(id: string): void {
    const photo = this.#find(id);
    if (photo?.state !== 'FAILED' || !photo.mayRetry) return;
    this.#change(id, { state: 'QUEUED' });
    this.#pump();
  }

  /** Takes a photo away, and ends what is under way for it. */
  remove(id: string): void {
    this.#forget(id);
    this.#show(this.#photos.filter((photo) => photo.id !== id));
    this.#pump();
  }

  /** Takes all away whose sending failed. */
  removeFailed(): void {
    for (const { id, state } of this.#photos) if (state === 'FAILED') this.remove(id);
  }

  /** Ends what is under way; what is stored stays stored. */
  close(): void {
    for (const { id } of this.#photos) this.#forget(id);
  }

  async #prepare(id: string, file: File, work: Work): Promise<void> {
    try {
      const preparation = await this.#host.prepare(file);
      if (work.controller.signal.aborted) return;
      if (!preparation.ok) {
        this.#change(id, { state: 'FAILED', message: preparation.message, mayRetry: false });
        return;
      }
      const { blob, takenAt, location } = preparation.photo;
      work.prepared = preparation.photo;
      this.#change(id, {
        state: 'QUEUED',
        previewUrl: URL.createObjectURL(blob),
        sizeBytes: blob.size,
        takenAt,
        distanceFeet: location?.distanceFeet ?? null,
      });
    } catch {
      this.#change(id, { state: 'FAILED', message: this.#host.unreadable, mayRetry: false });
    }
    this.#pump();
  }

  #pump(): void {
    const running = this.#photos.filter(({ state }) => state === 'UPLOADING').length;
    const next = this.#photos.filter(({ state }) => state === 'QUEUED').slice(0, AT_ONCE - running);
    for (const { id } of next) void this.#send(id);
  }

  async #send(id: string): Promise<void> {
    const work = this.#work.get(id);
    const prepared = work?.prepared ?? null;
    if (work === undefined || prepared === null) return;
    const { signal } = work.controller;
    this.#change(id, { state: 'UPLOADING', share: 0 });
    try {
      const onProgress = (share: number) => {
        this.#change(id, { state: 'UPLOADING', share });
      };
      const stored = await this.#host.store(prepared, onProgress, signal);
      this.#change(id, { state: 'STORED', stored });
    } catch (error) {
      if (!signal.aborted) this.#change(id, { state: 'FAILED', ...this.#host.explain(error) });
    }
    this.#pump();
  }

  #find(id: string): ChosenPhoto | undefined {
    return this.#photos.find((photo) => photo.id === id);
  }

  /** Does nothing for a photo that was taken away meanwhile. */
  #change(id: string, change: PhotoChange): void {
    this.#show(this.#photos.map((photo) => (photo.id === id ? { ...photo, ...change } : photo)));
  }

  #forget(id: string): void {
    this.#work.get(id)?.controller.abort();
    this.#work.delete(id);
    const url = this.#find(id)?.previewUrl ?? '';
    if (url.startsWith('blob:')) URL.revokeObjectURL(url);
  }

  #show(photos: readonly ChosenPhoto[]): void {
    this.#photos = photos;
    for (const listener of this.#listeners) listener();
  }
}

type StateOf<State extends ChosenPhoto['state']> = Extract<ChosenPhoto, { state: State }>;
type PhotoChange = Partial<Omit<ChosenPhoto, 'state' | 'id'>> &
  (
    | Pick<Extract<ChosenPhoto, { state: 'PREPARING' | 'QUEUED' }>, 'state'>
    | Pick<StateOf<'UPLOADING'>, 'state' | 'share'>
    | Pick<StateOf<'STORED'>, 'state' | 'stored'>
    | Pick<StateOf<'FAILED'>, 'state' | 'message' | 'mayRetry'>
  );
