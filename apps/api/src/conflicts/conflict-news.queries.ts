/** What the rules settled since a person last looked (ADR 96). */
import type { ConflictNews } from '@wellpulse/contracts';
import { sql } from 'kysely';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

/** Who never looked has seen what was there before they were. */
export async function readConflictNews(db: TenantDb, userId: string): Promise<ConflictNews> {
  const { rows } = await sql<{ settled: number; looked_until: number; sequence: number }>`
    with looked as (
      select coalesce(
        (select log_sequence from conflict_looks where user_id = ${userId}),
        (select min(sequence) from event_log where record_id = ${userId}),
        0) as log_sequence)
    select looked.log_sequence as looked_until,
      (select coalesce(max(log_sequence), 0) from conflicts) as sequence,
      (select count(*) from conflicts c
        where c.status = 'SETTLED' and c.outcome in ('OVERWRITE', 'SKIP')
          and c.log_sequence > looked.log_sequence) as settled
    from looked`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('A query of one row without a row');
  return { settled: row.settled, lookedUntil: row.looked_until, sequence: row.sequence };
}

/** It is no projection of the log, and never goes back: a page that was opened long ago takes nothing from a newer one. */
export async function rememberLook(db: TenantDb, userId: string, sequence: number): Promise<void> {
  await sql`
    insert into conflict_looks (user_id, log_sequence)
    select ${userId}, least(${sequence}::bigint, coalesce(max(log_sequence), 0)) from conflicts
    on conflict (user_id) do update
    set log_sequence = greatest(conflict_looks.log_sequence, excluded.log_sequence)`.execute(db);
}
