/** What the announcement and the confirmation of a photo come to (docs/sync-protocol.md, "5. Photos"). Both may come again at any time. */
import type { PhotoState, ProblemCode } from '@wellpulse/contracts';

/** What the server finds when a photo is announced. */
export interface AnnouncedPhoto {
  /** Whether the storage holds the photo's bytes already: somebody sent the same, or the database was put back. */
  readonly isThere: boolean;
  /** Whether whoever announces it holds the bytes. */
  readonly isHeld: boolean;
}

/**
 * What an announcement is answered. Bytes that are there need not come. Those that nobody holds are missed.
 *
 * @example
 * answerToAnnouncement({ isThere: false, isHeld: true }); // 'WAITING'
 */
export const answerToAnnouncement = ({ isThere, isHeld }: AnnouncedPhoto): PhotoState =>
  isThere ? 'STORED' : isHeld ? 'WAITING' : 'MISSING';

/** What lies where the bytes of a photo are put: nothing, what was announced, or something else. */
export type PutBytes = 'NOTHING' | 'ANNOUNCED' | 'OTHER';

/** What is done about a confirmation: the photo is answered as it is, or stored; or why neither. */
export type ConfirmationStep =
  | 'ANSWER'
  | 'STORE'
  | Extract<ProblemCode, 'PHOTO_NOT_UPLOADED' | 'PHOTO_MISMATCH'>;

/**
 * What a confirmation comes to. A photo that is stored is answered as it is: confirmed again, by whomever, it is the same photo, and
 * nobody looks at what was put since.
 *
 * @example
 * confirmationStep('STORED', 'NOTHING'); // 'ANSWER'
 * confirmationStep('WAITING', 'NOTHING'); // 'PHOTO_NOT_UPLOADED'
 */
export function confirmationStep(state: PhotoState, put: PutBytes): ConfirmationStep {
  if (state === 'STORED') return 'ANSWER';
  if (put === 'NOTHING') return 'PHOTO_NOT_UPLOADED';
  return put === 'ANNOUNCED' ? 'STORE' : 'PHOTO_MISMATCH';
}
