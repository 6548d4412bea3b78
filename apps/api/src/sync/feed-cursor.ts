/** Where a reader of the feed stands. */
import { SYNCED_ENTITIES, type SyncedEntity } from '@wellpulse/contracts';
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.ts';

export type FeedPlace = readonly [sequence: number, entity: SyncedEntity, id: string];

export interface FeedCursor {
  readonly place: FeedPlace;
  /** Which wells the reader was given. */
  readonly scope: string;
  /** Whether wells that are not the reader's are being named as deleted. */
  readonly namesStrangers: boolean;
}

/** Before everything: rows from before there was a feed stand at sequence 0. */
export const START: FeedPlace = [-1, 'WELL', '00000000-0000-0000-0000-000000000000'];

const cursorSchema = z.tuple([
  z.int(),
  z.enum(SYNCED_ENTITIES),
  z.uuid().or(z.literal(START[2])),
  z.string().max(64),
  z.boolean(),
]);

export const encodeCursor = ({ place, scope, namesStrangers }: FeedCursor): string =>
  Buffer.from(JSON.stringify([...place, scope, namesStrangers])).toString('base64url');

/** Throws `VALIDATION_FAILED` on a cursor that we didn't make. */
export function decodeCursor(cursor: string): FeedCursor {
  try {
    const [sequence, entity, id, scope, namesStrangers] = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    return { place: [sequence, entity, id], scope, namesStrangers };
  } catch {
    throw new ProblemError('VALIDATION_FAILED', {
      errors: [{ path: 'cursor', message: 'Is not a cursor of this feed' }],
    });
  }
}
