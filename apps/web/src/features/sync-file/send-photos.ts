/** The photos of a file: they go the way of all photos, once their events are there. */
import { eventPhotosSchema, type EventPhoto, type SignedEvent } from '@wellpulse/contracts';
import { ownerOf } from '@wellpulse/domain';
import type { ExportContent } from '@wellpulse/offline/export-file';
import { z } from 'zod';
import { problemSentence } from '../../lib/problem-words.ts';
import { storePhoto } from '../photos/store-photo.ts';
import type { EventResults } from './send-events.ts';
import { words } from '../../lib/language.ts';

export interface PhotoResult {
  readonly photoId: string;
  /** Null when it was stored. */
  readonly problem: string | null;
}

export async function sendPhotos(
  { manifest, photoBytes }: ExportContent,
  results: EventResults,
  signal: AbortSignal,
  onSent: (results: readonly PhotoResult[]) => void,
): Promise<readonly PhotoResult[]> {
  const told = new Map(manifest.events.flatMap(photosOf).map((photo) => [photo.photoId, photo]));
  let sent: readonly PhotoResult[] = [];
  for (const [index, photo] of manifest.photos.entries()) {
    const bytes = photoBytes[index] ?? new Uint8Array();
    const { photoId, sha256, contentType, eventId } = photo;
    const { takenAt = null, location = null } = told.get(photoId) ?? {};
    const isAwaited = isThere(eventId === null ? undefined : results.get(eventId)?.kind);
    const problem = isAwaited
      ? await storePhoto({
          owner: ownerOf(photo),
          photoId,
          photo: {
            name: photoId,
            blob: new Blob([new Uint8Array(bytes)], { type: contentType }),
            contentType,
            sha256,
            takenAt,
            location,
          },
          onProgress: () => undefined,
          signal,
        }).then(
          () => null,
          (error: unknown) => problemSentence(words, error),
        )
      : words.requestWords.entryNotTaken;
    sent = [...sent, { photoId, problem }];
    onSent(sent);
  }
  return sent;
}

/** An event that is not in the file was settled before. */
const isThere = (kind: string | undefined): boolean => kind !== 'REFUSED' && kind !== 'LATER';

const namesPhotos = z.object({ payload: z.object({ photos: eventPhotosSchema }) });

const photosOf = (event: SignedEvent): readonly EventPhoto[] =>
  namesPhotos.safeParse(event).data?.payload.photos ?? [];
