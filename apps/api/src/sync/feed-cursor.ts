/** Where a reader of the feed stands, as the text that the reader keeps. */
import { SYNCED_ENTITIES } from '@wellpulse/contracts';
import { FEED_START, type FeedCursor } from '@wellpulse/domain';
import { z } from 'zod';
import { ProblemError } from '../http/problem-error.ts';

const cursorSchema = z.tuple([
  z.int(),
  z.enum(SYNCED_ENTITIES),
  z.uuid().or(z.literal(FEED_START.id)),
  z.string().max(64),
  z.boolean(),
]);

export const encodeCursor = ({ position, scope, includesOutOfScope }: FeedCursor): string => {
  const { sequence, entity, id } = position;
  return Buffer.from(JSON.stringify([sequence, entity, id, scope, includesOutOfScope])).toString('base64url');
};

/** Throws `CURSOR_UNREADABLE` on a cursor that this server didn't make: its reader begins anew. */
export function decodeCursor(cursor: string): FeedCursor {
  try {
    const [sequence, entity, id, scope, includesOutOfScope] = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    return { position: { sequence, entity, id }, scope, includesOutOfScope };
  } catch {
    throw new ProblemError('CURSOR_UNREADABLE');
  }
}
