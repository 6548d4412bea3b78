/** Tells every API process, at commit, that a tenant's data changed. */
import { EVENTS, type ImportProgress, type LiveChange } from '@wellpulse/contracts';
import type { Workset } from '@wellpulse/domain';
import { sql } from 'kysely';
import type { LoggedEvent } from './event-log.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

export const CHANGE_CHANNEL = 'wellpulse_change';
export const PROGRESS_CHANNEL = 'wellpulse_progress';

/** PostgreSQL takes 8,000 bytes in a notification; 100 ids leave room to spare. */
const MAX_NAMED_WELLS = 100;

export async function notifyOfChange(
  db: TenantDb,
  sequence: number,
  logged: readonly LoggedEvent[],
  workset: Workset,
): Promise<void> {
  const entities = new Set<LiveChange['entities'][number]>();
  const wellIds = new Set<string>();
  for (const { event } of logged) {
    const { entity } = EVENTS[event.eventType];
    entities.add(entity);
    if (entity === 'PRODUCTION') entities.add('ALERT');
    const isOfWell = entity === 'PHOTO' && workset.wells.get(event.aggregateId) !== undefined;
    if (entity === 'PRODUCTION' || entity === 'WELL' || isOfWell) wellIds.add(event.aggregateId);
    const item = workset.equipment.get(event.aggregateId);
    if (item === undefined) continue;
    entities.add('EQUIPMENT');
    wellIds.add(item.wellId);
  }
  for (const conflict of workset.conflicts.changed()) {
    entities.add('CONFLICT');
    wellIds.add(conflict.wellId);
  }
  await publish(db, {
    sequence,
    entities: [...entities],
    wellIds: wellIds.size > MAX_NAMED_WELLS ? [] : [...wellIds],
  });
}

/** A device was heard of, though nothing of what it sent may have been taken. */
export async function notifyOfDevice(db: TenantDb, sequence: number): Promise<void> {
  await publish(db, { sequence, entities: ['DEVICE'], wellIds: [] });
}

const publish = (db: TenantDb, change: LiveChange): Promise<unknown> =>
  sql`select pg_notify(${CHANGE_CHANNEL}, ${JSON.stringify(change)})`.execute(db);

/** Tells how far an import is. Not part of any transaction: it must be heard before the end. */
export async function publishProgress(db: TenantDb, progress: ImportProgress): Promise<void> {
  await sql`select pg_notify(${PROGRESS_CHANNEL}, ${JSON.stringify(progress)})`.execute(db);
}
