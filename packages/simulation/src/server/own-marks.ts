/** The server's own mark beside the photos, as the API keeps it: it shows that the log was put back, or the storage (ADR 44). */
import { lineageAfterLostMark } from '@wellpulse/domain';
import type { Scheduler } from '../chance/scheduler.ts';
import type { OwnMark, PhotoEndpoint } from './photo-endpoint.ts';
import type { ServerParts } from './server-parts.ts';
import type { TenantStore } from './tenant-store.ts';
import { ADMIN } from './tenant.ts';

const EVERY_MS = 60_000;

interface OwnMarksInput {
  readonly store: TenantStore;
  readonly photos: PhotoEndpoint;
  readonly parts: ServerParts;
  /** Writes that another lineage begins. */
  readonly begin: (number: number) => void;
}

export class OwnMarks {
  readonly #in: OwnMarksInput;
  /** What the storage is known to hold. */
  #kept: OwnMark | null = null;

  constructor(input: OwnMarksInput) {
    this.#in = input;
  }

  lookEachMinute(scheduler: Scheduler, isDown: () => boolean): void {
    if (!isDown()) this.look();
    scheduler.after(EVERY_MS, () => {
      this.lookEachMinute(scheduler, isDown);
    });
  }

  /** The program starts anew. */
  restart(): void {
    this.#kept = null;
    this.look();
  }

  look(): void {
    const { store, photos, parts, begin } = this.#in;
    const newest = this.#newest();
    const stored = photos.ownMark;
    if (stored?.mark === newest.mark) {
      this.#kept = newest;
      return;
    }
    if (stored !== null && !parts.holdsMark(store, stored.mark)) {
      const number = lineageAfterLostMark(stored.lineage, newest.lineage);
      if (number !== null) begin(number);
      this.#loseWhatIsGone(newest.lineage);
    } else if (
      stored === null ||
      stored.sequence < (this.#kept ?? newest).sequence ||
      (parts.looksAtNewPhotos && photos.lacksAnyStoredAfter(stored.sequence))
    )
      this.#loseWhatIsGone(newest.lineage);
    this.#kept = this.#newest();
    photos.ownMark = this.#kept;
  }

  /** What the storage has lost, devices offer again in the lineage after `present`. */
  #loseWhatIsGone(present: number): void {
    const { photos, parts, begin } = this.#in;
    const lost = parts.looksForLostPhotos ? photos.lost() : [];
    if (lost.length === 0) return;
    if (this.#newest().lineage === present) begin(present + 1);
    photos.markLost(ADMIN, lost);
  }

  #newest(): OwnMark {
    const { store } = this.#in;
    return { mark: store.mark(), sequence: store.log.length, lineage: store.begin().lineage?.id ?? 0 };
  }
}
