/** What comes back when something stands between device and server: pages of proxies, half answers, strangers' ids. */
import { syncAnswerSchema, type SyncAnswer } from '@wellpulse/contracts';
import type { Reply } from '@wellpulse/offline';
import type { Random } from '../chance/random.ts';
import { answered } from '../server/reply.ts';

export function corrupt(random: Random, reply: Reply): { readonly how: string; readonly reply: Reply } {
  const page = random.pick([200, 200, 400, 401, 403, 413, 500, 502, 503]);
  if (reply.kind !== 'ANSWERED' || random.isLucky(0.4)) {
    return { how: `a page with status ${page}`, reply: answered(page, undefined) };
  }
  const outcomes = syncAnswerSchema.safeParse(reply.body);
  if (reply.status !== 200 || !outcomes.success)
    return { how: 'half a body', reply: answered(200, undefined) };
  return random.isLucky(0.5)
    ? { how: 'an answer without some ids', reply: answered(200, halfOf(outcomes.data)) }
    : { how: 'an answer with an id twice', reply: answered(200, doubled(outcomes.data)) };
}

const halfOf = (answer: SyncAnswer): SyncAnswer => ({
  ...answer,
  synced: answer.synced.slice(1),
  conflicts: answer.conflicts.slice(1),
  failed: answer.failed.slice(1),
});

const doubled = (answer: SyncAnswer): SyncAnswer => ({
  ...answer,
  synced: [...answer.synced, ...answer.conflicts.map(({ eventId }) => eventId), ...answer.synced.slice(0, 1)],
});
