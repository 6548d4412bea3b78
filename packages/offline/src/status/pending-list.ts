/** What has not reached the server yet, in words: "Production, Acme #1, 20 Oct". */
import type { DeviceEvent } from '@wellpulse/contracts';
import { equipmentName, type EquipmentRow } from '@wellpulse/domain';
import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import type { EventStatus } from '../database/schema.ts';
import { readEvent } from '../events/device-events.ts';
import { waitingPhotos } from '../photos/waiting-photos.ts';
import { fileSize, plural, shortDay } from '../words.ts';

export interface PendingItem {
  /** Null for the lines about photos. */
  readonly eventId: string | null;
  /** A photo that the server can't take and the person may skip; null on other lines. */
  readonly photoId: string | null;
  readonly text: string;
  readonly status: EventStatus;
  /** What went wrong at the last try; null if nothing did. */
  readonly problem: string | null;
  readonly retryCount: number;
}

/** Entries in the order in which they were made, then one line for all photos, then each photo that needs a person. */
export async function pendingList(db: Db): Promise<PendingItem[]> {
  const rows = await db
    .selectFrom('event_log as log')
    .leftJoin('sync_queue as queue', 'queue.event_id', 'log.id')
    .leftJoin('wells', 'wells.key', 'log.aggregate_id')
    .leftJoin('equipment', 'equipment.key', 'log.aggregate_id')
    .where('log.status', 'in', ['PENDING', 'FAILED'])
    .orderBy('log.position')
    .select([
      'log.id',
      'log.event',
      'log.signature',
      'log.status',
      'log.outcome',
      'queue.last_error',
      'queue.retry_count',
    ])
    .select('wells.name as wellName')
    .select(sql<string | null>`coalesce(equipment.local_row, equipment.server_row)`.as('item'))
    .execute();
  const entries = rows.map((row) => ({
    eventId: row.id,
    photoId: null,
    text: describe(readEvent(row), row.wellName, row.item),
    status: row.status,
    problem: reasonOf(row.outcome) ?? row.last_error,
    retryCount: row.retry_count ?? 0,
  }));
  return [...entries, ...(await photoLine(db)), ...(await photosForPerson(db))];
}

function describe(event: DeviceEvent, wellName: string | null, item: string | null): string {
  const { productionDate, maintenanceDate } = event.payload as Record<string, string | undefined>;
  const itemName = item === null ? 'equipment' : equipmentName(JSON.parse(item) as EquipmentRow);
  const day = productionDate ?? maintenanceDate;
  const onDay = day === undefined ? '' : `, ${shortDay(day)}`;
  switch (event.eventType) {
    case 'PRODUCTION_CREATED':
      return `Production, ${wellName ?? 'a well'}${onDay}`;
    case 'PRODUCTION_UPDATED':
      return `Changed production, ${wellName ?? 'a well'}${onDay}`;
    case 'PRODUCTION_DELETED':
      return `Deleted production, ${wellName ?? 'a well'}${onDay}`;
    case 'EQUIPMENT_CREATED':
      return `New equipment, ${itemName}`;
    case 'EQUIPMENT_UPDATED':
      return `Changed equipment, ${itemName}`;
    case 'EQUIPMENT_DELETED':
      return `Deleted equipment, ${itemName}`;
    case 'EQUIPMENT_MAINTENANCE_LOGGED':
      return `Maintenance, ${itemName}${onDay}`;
    default:
      return 'Decision on a conflict';
  }
}

const reasonOf = (outcome: string | null): string | null =>
  outcome === null ? null : (JSON.parse(outcome) as { reason: string }).reason;

async function photoLine(db: Db): Promise<PendingItem[]> {
  const waiting = await waitingPhotos(db)
    .where('photos.needs_person', '=', 0)
    .orderBy('photos.retry_count', 'desc')
    .select(['photos.size_bytes as size', 'photos.last_error', 'photos.retry_count'])
    .execute();
  const [worst] = waiting;
  if (worst === undefined) return [];
  const bytes = waiting.reduce((sum, { size }) => sum + size, 0);
  return [
    {
      eventId: null,
      photoId: null,
      text: `${plural(waiting.length, 'photo', 'photos')}, ${fileSize(bytes)}`,
      status: 'PENDING',
      problem: worst.last_error,
      retryCount: worst.retry_count,
    },
  ];
}

async function photosForPerson(db: Db): Promise<PendingItem[]> {
  const rows = await waitingPhotos(db)
    .where('photos.needs_person', '=', 1)
    .orderBy('photos.created_at')
    .select(['photos.photo_id', 'photos.size_bytes', 'photos.last_error', 'photos.retry_count'])
    .execute();
  return rows.map((row) => ({
    eventId: null,
    photoId: row.photo_id,
    text: `Photo, ${fileSize(row.size_bytes)}`,
    status: 'FAILED' as const,
    problem: row.last_error,
    retryCount: row.retry_count,
  }));
}
