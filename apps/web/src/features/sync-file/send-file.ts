/**
 * Sends what a `.wellpulse` file holds while it is read: entries in batches, then each photo the way of all photos. What each entry
 * became is told by its id.
 */
import type { EventPhoto, SignedEvent, SyncAnswer } from '@wellpulse/contracts';
import { offsetsOf, ownerOf, photosNamedIn, sentAtOf, shownEvent } from '@wellpulse/domain';
import type { ExportedStretch, ReadPart } from '@wellpulse/offline/export-file';
import { words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import type { PhotoToStore } from '../photos/store-photo.ts';
import { resultOf, type EventResult, type ResultKind } from './event-results.ts';
import { SHOWN, type OpenedFile } from './open-file.ts';
import type { Batch } from './send-batch.ts';

/** An entry, and what became of it. */
export interface SentEvent {
  readonly event: SignedEvent;
  readonly result: EventResult;
}

export interface PhotoProblem {
  readonly photoId: string;
  readonly problem: string;
}

/** What was sent by now. */
export interface SentFile {
  readonly counts: Readonly<Record<ResultKind, number>>;
  /** By event id: the entries that are shown, and the first of those that were not simply taken. */
  readonly events: ReadonlyMap<string, SentEvent>;
  readonly storedPhotos: number;
  readonly photoProblems: readonly PhotoProblem[];
}

/** How a file is sent. */
export interface Carrier {
  readonly send: (batch: Batch, signal: AbortSignal) => Promise<SyncAnswer>;
  readonly store: (photo: PhotoToStore) => Promise<unknown>;
  /** Milliseconds that only rise. */
  readonly elapsed: () => number;
}

/** Far below what the server takes at once, so that a slow link gets through and progress is seen. */
const BATCH_EVENTS = 200;

/** Rejects with `ProblemError` or `NetworkError`; what was told by then through `onSent` is settled. */
export async function sendFile(
  { head, shown, parts }: OpenedFile,
  carrier: Carrier,
  signal: AbortSignal,
  onSent: (sent: SentFile) => void,
): Promise<void> {
  const sending = new Sending(carrier, signal, new Set(shown.map(({ id }) => id)));
  await sending.begin(head.stretches ?? []);
  for await (const part of parts()) {
    if (await sending.take(part)) onSent(sending.sent);
  }
  if (await sending.flush()) onSent(sending.sent);
}

class Sending {
  readonly #carrier: Carrier;
  readonly #signal: AbortSignal;
  readonly #shown: ReadonlySet<string>;
  readonly #counts = { TAKEN: 0, CONFLICT: 0, REFUSED: 0, LATER: 0 };
  readonly #events = new Map<string, SentEvent>();
  readonly #photoProblems: PhotoProblem[] = [];
  #storedPhotos = 0;
  #batch: SignedEvent[] = [];
  /** What entries say of their photos, and what became of those entries. */
  readonly #told = new Map<string, EventPhoto>();
  readonly #ofPhotos = new Map<string, ResultKind>();
  #offsetOf: (event: SignedEvent) => number = () => 0;
  #serverTime = { at: 0, elapsed: 0 };

  constructor(carrier: Carrier, signal: AbortSignal, shown: ReadonlySet<string>) {
    this.#carrier = carrier;
    this.#signal = signal;
    this.#shown = shown;
  }

  get sent(): SentFile {
    return {
      counts: { ...this.#counts },
      events: new Map(this.#events),
      storedPhotos: this.#storedPhotos,
      photoProblems: [...this.#photoProblems],
    };
  }

  /** Asks what time it is. By that a file's entries count as made when they were, whatever this computer's clock says. */
  async begin(stretches: readonly ExportedStretch[]): Promise<void> {
    const batch = { sentAt: new Date().toISOString(), events: [] };
    const { serverTime } = await this.#carrier.send(batch, this.#signal);
    this.#serverTime = { at: Date.parse(serverTime), elapsed: this.#carrier.elapsed() };
    this.#offsetOf = offsetsIn(stretches, this.#serverTime.at);
  }

  /** Whether there is something new to tell. */
  async take(part: ReadPart): Promise<boolean> {
    if (part.kind === 'EVENT') {
      const [first] = this.#batch;
      const isOther = first !== undefined && this.#offsetOf(first) !== this.#offsetOf(part.event);
      const isFull = isOther || this.#batch.length === BATCH_EVENTS;
      const isSent = isFull && (await this.flush());
      this.#batch.push(part.event);
      return isSent;
    }
    if (part.kind !== 'PHOTO') return false;
    await this.flush();
    await this.#sendPhoto(part);
    return true;
  }

  async flush(): Promise<boolean> {
    const [first] = this.#batch;
    if (first === undefined) return false;
    const events = this.#batch;
    this.#batch = [];
    const wall = this.#serverTime.at + this.#carrier.elapsed() - this.#serverTime.elapsed;
    const sentAt = new Date(sentAtOf({ wall, offset: 0 }, this.#offsetOf(first))).toISOString();
    const answer = await this.#carrier.send({ sentAt, events }, this.#signal);
    for (const event of events) this.#keep(event, resultOf(event.id, answer));
    return true;
  }

  #keep(event: SignedEvent, result: EventResult): void {
    this.#counts[result.kind] += 1;
    const isShown = this.#shown.has(event.id) || (result.kind !== 'TAKEN' && this.#events.size < 2 * SHOWN);
    if (isShown) this.#events.set(event.id, { event, result });
    for (const photo of photosNamedIn(shownEvent(event).payload)) {
      this.#told.set(photo.photoId, photo);
      this.#ofPhotos.set(event.id, result.kind);
    }
  }

  async #sendPhoto({ photo, pieces }: Extract<ReadPart, { kind: 'PHOTO' }>): Promise<void> {
    const { photoId, sha256, contentType, eventId } = photo;
    const { takenAt = null, location = null } = this.#told.get(photoId) ?? {};
    // An event that is not in the file was settled before.
    const kind = eventId === null ? undefined : this.#ofPhotos.get(eventId);
    if (kind === 'REFUSED' || kind === 'LATER') {
      this.#photoProblems.push({ photoId, problem: words.requestWords.entryNotTaken });
      return;
    }
    const blob = await blobOf(pieces(), contentType);
    await this.#carrier
      .store({
        owner: ownerOf(photo),
        photoId,
        photo: { name: photoId, blob, contentType, sha256, takenAt, location },
        onProgress: () => undefined,
        signal: this.#signal,
      })
      .then(
        () => {
          this.#storedPhotos += 1;
        },
        (error: unknown) => {
          this.#photoProblems.push({ photoId, problem: problemSentence(words, error) });
        },
      );
  }
}

/** One photo is in memory at once. */
async function blobOf(pieces: AsyncIterable<Uint8Array>, type: string): Promise<Blob> {
  const parts: BlobPart[] = [];
  for await (const piece of pieces) parts.push(new Uint8Array(piece));
  return new Blob(parts, { type });
}

/**
 * How far the clock was off that an event of the file was saved by, in milliseconds. The stretches in the file tell it, and the
 * server's time is the present (docs/sync-protocol.md, "Clocks that are set"). 0 where the file does not say.
 */
function offsetsIn(
  stretches: readonly ExportedStretch[],
  serverTime: number,
): (event: SignedEvent) => number {
  const makers = Map.groupBy(stretches, ({ deviceId }) => deviceId);
  const present = { wall: serverTime, offset: 0 };
  const offsets = new Map([...makers.values()].flatMap((own) => [...offsetsOf(own, present, false)]));
  return ({ deviceId, deviceSequence: number }) => {
    const stretch = makers
      .get(deviceId)
      ?.find(({ sequences }) => sequences !== null && sequences[0] <= number && number <= sequences[1]);
    return stretch === undefined ? 0 : (offsets.get(stretch.id) ?? 0);
  };
}
