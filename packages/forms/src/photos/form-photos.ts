/**
 * The photos of a form, and saving, which waits for them. Nothing that was typed goes away before it is saved, whatever becomes of the
 * photos.
 */
import { Observable } from '../state/observable.ts';
import { isUnderWay, storedOf, type ChosenPhoto } from './chosen-photo.ts';
import type { ChosenFile, PhotoQueue } from './photo-queue.ts';

/**
 * The chosen photos of a form, and what saving waits for.
 *
 * @example
 * const photos = new FormPhotos(queue);
 * const stored = await photos.settled(); // null if the person typed on, and saving was given up
 */
export class FormPhotos<File extends ChosenFile, Prepared, Stored> extends Observable {
  /** Takes photos in, tries again, and takes them away. */
  readonly queue: PhotoQueue<File, Prepared, Stored>;
  /** Goes on with saving, or gives it up with null. */
  #goOn: ((stored: readonly Stored[] | null) => void) | null = null;

  constructor(queue: PhotoQueue<File, Prepared, Stored>) {
    super();
    this.queue = queue;
    queue.subscribe(() => {
      this.#continue();
      this.changed();
    });
  }

  /** All of them, in the order of their choice. */
  get photos(): readonly ChosenPhoto<Stored>[] {
    return this.queue.photos;
  }

  /** Those that were not kept. */
  get failed(): readonly ChosenPhoto<Stored>[] {
    return this.photos.filter(({ state }) => state === 'FAILED');
  }

  /** Those that are being prepared or stored. */
  get underWay(): readonly ChosenPhoto<Stored>[] {
    return this.photos.filter(isUnderWay);
  }

  /** Saving was asked for, and waits for photos. */
  get isWaiting(): boolean {
    return this.#goOn !== null && this.underWay.length > 0;
  }

  /** Saving was asked for, and photos that failed stand in its way. */
  get isHeldUp(): boolean {
    return this.#goOn !== null && this.underWay.length === 0 && this.failed.length > 0;
  }

  /** The stored photos, when none is on its way any more and none has failed. Null if saving was given up by then. */
  settled(): Promise<readonly Stored[] | null> {
    this.stopWaiting();
    return new Promise((resolve) => {
      this.#goOn = resolve;
      this.#continue();
      this.changed();
    });
  }

  /** For when what was going to be saved is not what stands there now. */
  stopWaiting(): void {
    const goOn = this.#goOn;
    if (goOn === null) return;
    this.#goOn = null;
    goOn(null);
    this.changed();
  }

  /** Once none of them is left, saving goes on by itself. */
  saveWithoutFailed(): void {
    this.queue.removeFailed();
  }

  #continue(): void {
    const goOn = this.#goOn;
    if (goOn === null || !this.photos.every(({ state }) => state === 'STORED')) return;
    this.#goOn = null;
    goOn(storedOf(this.photos));
  }
}
