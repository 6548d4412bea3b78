/**
 * The photos of a form that is being filled in: each is prepared and stored as soon as it is chosen. So the numbers need not
 * wait for the photos at the end. What a file is, how it gets smaller and where it goes is the host's: a dashboard sends it, a device keeps it.
 */
import { Observable } from '../state/observable.ts';
import { NOTHING_SHOWN, type ChosenPhoto, type ShownPhoto } from './chosen-photo.ts';

/** A file as somebody chose it, on whatever platform. */
export interface ChosenFile {
  readonly name: string;
}

/** A file that can be stored, with what is shown of it; or why it can't be, in words. */
export type Preparation<Prepared> =
  | { readonly ok: true; readonly photo: Prepared; readonly shown: ShownPhoto }
  | { readonly ok: false; readonly message: string };

/** A photo on its way. */
export interface Storing<Stored> {
  /** Rejects where it is not kept. */
  readonly done: Promise<Stored>;
  /** Nobody waits for it any more. */
  cancel(): void;
}

/** What a platform does with photos. */
export interface PhotoHost<File extends ChosenFile, Prepared, Stored> {
  prepare(file: File): Promise<Preparation<Prepared>>;
  /** `onProgress` takes a share between 0 and 1. */
  store(photo: Prepared, onProgress: (share: number) => void): Storing<Stored>;
  /** Gives back what a preview took. */
  release(previewUrl: string): void;
  /** What to say about a failure, and whether trying again may help. */
  explain(error: unknown): { readonly message: string; readonly mayRetry: boolean };
  /** What to say of a file that could not be read. */
  readonly unreadable: string;
  makeId(): string;
}

/** A weak link is not made faster by sharing it; two keep it busy while one of them is being confirmed. */
const AT_ONCE = 2;

interface Work<Prepared> {
  prepared: Prepared | null;
  /** Null unless it is on its way. */
  cancel: (() => void) | null;
}

/**
 * The chosen photos of one form: prepares each, and stores two at a time. `close` ends everything under way.
 *
 * @example
 * const queue = new PhotoQueue(host);
 * queue.subscribe(() => show(queue.photos));
 * queue.add(files);
 */
export class PhotoQueue<File extends ChosenFile, Prepared, Stored> extends Observable {
  readonly #host: PhotoHost<File, Prepared, Stored>;
  readonly #work = new Map<string, Work<Prepared>>();
  #photos: readonly ChosenPhoto<Stored>[];

  /** @param kept photos of the same form from before it was closed */
  constructor(host: PhotoHost<File, Prepared, Stored>, kept: readonly ChosenPhoto<Stored>[] = []) {
    super();
    this.#host = host;
    this.#photos = kept;
  }

  /** All chosen photos, in the order of their choice; the same array until something changes. */
  get photos(): readonly ChosenPhoto<Stored>[] {
    return this.#photos;
  }

  /** Takes files in, and begins to prepare and store them. */
  add(files: readonly File[]): void {
    for (const file of files) {
      const id = this.#host.makeId();
      const work: Work<Prepared> = { prepared: null, cancel: null };
      this.#work.set(id, work);
      // Nothing is shown of a file before it is known to be a picture.
      this.#show([...this.#photos, { ...NOTHING_SHOWN, id, name: file.name, state: 'PREPARING' }]);
      void this.#prepare(id, file, work);
    }
  }

  /** Stores a photo again that was not kept. Nothing happens for one that can’t be stored at all. */
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

  /** Takes all away that were not kept. */
  removeFailed(): void {
    for (const { id, state } of this.#photos) if (state === 'FAILED') this.remove(id);
  }

  /** Takes all away. */
  removeAll(): void {
    for (const { id } of this.#photos) this.remove(id);
  }

  /** Ends what is under way; what is stored stays stored. */
  close(): void {
    for (const { id } of this.#photos) this.#forget(id);
  }

  async #prepare(id: string, file: File, work: Work<Prepared>): Promise<void> {
    const preparation = await this.#host
      .prepare(file)
      .catch(() => ({ ok: false, message: this.#host.unreadable }) as const);
    if (!this.#work.has(id)) {
      // It was taken away meanwhile.
      if (preparation.ok && preparation.shown.previewUrl !== null)
        this.#host.release(preparation.shown.previewUrl);
      return;
    }
    if (preparation.ok) {
      work.prepared = preparation.photo;
      this.#change(id, { ...preparation.shown, state: 'QUEUED' });
    } else this.#change(id, { state: 'FAILED', message: preparation.message, mayRetry: false });
    this.#pump();
  }

  #pump(): void {
    const running = this.#photos.filter(({ state }) => state === 'UPLOADING').length;
    const next = this.#photos.filter(({ state }) => state === 'QUEUED').slice(0, AT_ONCE - running);
    for (const { id } of next) void this.#store(id);
  }

  async #store(id: string): Promise<void> {
    const work = this.#work.get(id);
    const prepared = work?.prepared ?? null;
    if (work === undefined || prepared === null) return;
    this.#change(id, { state: 'UPLOADING', share: 0 });
    const storing = this.#host.store(prepared, (share) => {
      this.#change(id, { state: 'UPLOADING', share });
    });
    work.cancel = () => {
      storing.cancel();
    };
    try {
      this.#change(id, { state: 'STORED', stored: await storing.done });
    } catch (error) {
      if (this.#work.has(id)) this.#change(id, { state: 'FAILED', ...this.#host.explain(error) });
    }
    work.cancel = null;
    this.#pump();
  }

  #find(id: string): ChosenPhoto<Stored> | undefined {
    return this.#photos.find((photo) => photo.id === id);
  }

  /** Does nothing for a photo that was taken away meanwhile. */
  #change(id: string, change: PhotoChange<Stored>): void {
    this.#show(this.#photos.map((photo) => (photo.id === id ? { ...photo, ...change } : photo)));
  }

  #forget(id: string): void {
    this.#work.get(id)?.cancel?.();
    const isOurs = this.#work.delete(id);
    const url = this.#find(id)?.previewUrl ?? null;
    // The preview of a photo from before belongs to somebody else.
    if (isOurs && url !== null) this.#host.release(url);
  }

  #show(photos: readonly ChosenPhoto<Stored>[]): void {
    this.#photos = photos;
    this.changed();
  }
}

type PhotoState<Stored> = ChosenPhoto<Stored>['state'];
type StateOf<Stored, State extends PhotoState<Stored>> = Extract<ChosenPhoto<Stored>, { state: State }>;
type PhotoChange<Stored> = Partial<ShownPhoto> &
  (
    | { readonly state: 'PREPARING' | 'QUEUED' }
    | Pick<StateOf<Stored, 'UPLOADING'>, 'state' | 'share'>
    | Pick<StateOf<Stored, 'STORED'>, 'state' | 'stored'>
    | Pick<StateOf<Stored, 'FAILED'>, 'state' | 'message' | 'mayRetry'>
  );
