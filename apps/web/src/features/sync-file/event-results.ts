/** What became of each entry of a file, as the server's answer says. */
import type { ConflictOutcome, SyncAnswer } from '@wellpulse/contracts';
import { words } from '../../lib/language.ts';

export type EventResult =
  | { readonly kind: 'TAKEN' }
  | { readonly kind: 'CONFLICT'; readonly resolution: ConflictOutcome; readonly reason: string }
  | { readonly kind: 'REFUSED'; readonly code: string; readonly reason: string }
  /** Not settled: it can be sent again. */
  | { readonly kind: 'LATER'; readonly code: string; readonly reason: string };

export type ResultKind = EventResult['kind'];

export function resultOf(id: string, { synced, conflicts, failed }: SyncAnswer): EventResult {
  if (synced.includes(id)) return { kind: 'TAKEN' };
  const conflict = conflicts.find(({ eventId }) => eventId === id);
  if (conflict !== undefined) return { kind: 'CONFLICT', ...conflict };
  const failure = failed.find(({ eventId }) => eventId === id);
  if (failure === undefined) return { kind: 'LATER', code: 'INTERNAL', reason: words.noOutcome };
  return { kind: failure.retryable ? 'LATER' : 'REFUSED', code: failure.code, reason: failure.reason };
}
