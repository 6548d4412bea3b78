/**
 * Brings a photo into the storage: announced to the API, put straight to the storage, confirmed. If the storage can't be
 * reached from here, or nothing can be hashed, the bytes go through our own origin.
 */
import { NetworkError } from '@wellpulse/api-client';
import { PHOTO_ENDPOINTS, photoSchema, type PhotoUploadTicket } from '@wellpulse/contracts';
import type { PhotoOwner } from '@wellpulse/domain';
import type { PreparedPhoto } from '@wellpulse/ui';
import { z } from 'zod';
import { addressOf, request } from '../../lib/api.ts';
import { photoAddress } from '../../lib/photo-address.ts';
import { randomUuid } from '../../lib/random-uuid.ts';
import { readAnswer, upload } from '../../lib/send-bytes.ts';

/** What is known of a photo that the server keeps. */
export const storedPhotoSchema = z.object({ photoId: z.string(), blobName: z.string() });
export type StoredPhoto = z.infer<typeof storedPhotoSchema>;

export interface PhotoToStore {
  readonly owner: PhotoOwner;
  readonly photo: PreparedPhoto;
  /** Under which an event names it already; a new one if it is left out. */
  readonly photoId?: string;
  /** A share between 0 and 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Rejects with `ProblemError`, `NetworkError`, or the signal's reason. */
export async function storePhoto(given: PhotoToStore): Promise<StoredPhoto> {
  const { photo } = given;
  const photoId = given.photoId ?? randomUuid();
  if (photo.sha256 === null) return sendThroughApi(given, photoId);
  const ticket = await announce(given, photoId, photo.sha256);
  if (ticket.state !== 'WAITING') return { photoId, blobName: ticket.blobName };
  if (!(await putStraight(given, ticket))) return sendThroughApi(given, photoId);
  const { owner, signal } = given;
  const params = { ownerId: owner.id, photoId };
  const stored = await request(PHOTO_ENDPOINTS[owner.kind].confirm, { params, signal });
  return { photoId: stored.id, blobName: stored.blobName };
}

function announce({ owner, photo, signal }: PhotoToStore, photoId: string, sha256: string) {
  const { blob, contentType, takenAt, location } = photo;
  return request(PHOTO_ENDPOINTS[owner.kind].uploadUrl, {
    params: { ownerId: owner.id },
    body: { photoId, sha256, sizeBytes: blob.size, contentType, takenAt, location },
    signal,
  });
}

type Waiting = Extract<PhotoUploadTicket, { state: 'WAITING' }>;

/** False if the storage didn't take it: it can't be reached from here, or the address has run out. */
async function putStraight(
  { photo, onProgress, signal }: PhotoToStore,
  { uploadUrl, headers }: Waiting,
): Promise<boolean> {
  try {
    const { status } = await upload({
      method: 'PUT',
      url: photoAddress(uploadUrl),
      headers,
      body: photo.blob,
      signal,
      onProgress: (sent, total) => {
        onProgress(sent / total);
      },
    });
    return status < 300;
  } catch (error) {
    if (error instanceof NetworkError) return false;
    throw error;
  }
}

async function sendThroughApi(
  { owner, photo, onProgress, signal }: PhotoToStore,
  photoId: string,
): Promise<StoredPhoto> {
  const body = new FormData();
  body.set('photoId', photoId);
  if (photo.sha256 !== null) body.set('sha256', photo.sha256);
  if (photo.takenAt !== null) body.set('takenAt', photo.takenAt);
  if (photo.location !== null) body.set('location', JSON.stringify(photo.location));
  // Last: what is said about the file is read before it.
  body.set('file', new File([photo.blob], photo.name, { type: photo.contentType }));
  const answer = await upload({
    method: 'POST',
    url: addressOf(PHOTO_ENDPOINTS[owner.kind].upload, { params: { ownerId: owner.id } }),
    headers: { accept: 'application/json' },
    body,
    signal,
    onProgress: (sent, total) => {
      onProgress(sent / total);
    },
  });
  const stored = readAnswer(answer, photoSchema);
  return { photoId: stored.id, blobName: stored.blobName };
}
