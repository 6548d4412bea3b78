/** Entries of a device's log as people read them: who made each, what it is about, and what became of it. */
import type { Equipment } from '@wellpulse/contracts';
import type { Trouble } from '@wellpulse/domain';
import type { LoggedEvent, OfflineClient } from '@wellpulse/offline';
import type { Words } from '@wellpulse/words';

/** What may become of an entry. */
export const ENTRY_STATUSES = [
  'PENDING',
  'SYNCED',
  'CONFLICT',
  'FAILED',
  'SKIPPED',
] as const satisfies readonly LoggedEvent['status'][];
/** What became of an entry. */
export type EntryStatus = LoggedEvent['status'];

/** An entry with who made it, what it is about, and what became of it. */
export interface LoggedLine {
  readonly id: string;
  readonly eventType: string;
  readonly aggregateId: string;
  /** RFC 3339, as the device had it. */
  readonly timestamp: string;
  readonly deviceSequence: number;
  readonly userId: string;
  /** Null for somebody who never signed in here. */
  readonly personName: string | null;
  /** Made here, or taken over from another device's file. */
  readonly origin: LoggedEvent['origin'];
  readonly payload: Readonly<Record<string, unknown>>;
  readonly wellId: string | null;
  readonly wellName: string | null;
  /** Null for what is about no item that is here. */
  readonly item: Pick<Equipment, 'equipmentType' | 'serialNumber'> | null;
  /** The day that it is about; null for none. */
  readonly day: string | null;
  readonly status: EntryStatus;
  readonly settledAt: string | null;
  /** Why it was refused. */
  readonly refusal: Trouble | null;
  readonly skipReason: string | null;
}

/**
 * What was done to which record.
 *
 * @example
 * loggedTitle(words, line); // "Entry recorded, Acme #1 · 20 Oct"
 */
export function loggedTitle({ eventName, formatDayShort }: Words, line: LoggedLine): string {
  const subject = [
    line.wellName,
    line.item?.serialNumber,
    line.day === null ? null : formatDayShort(line.day),
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ');
  return [eventName(line.eventType), subject].filter((part) => part !== '').join(', ');
}

type Client = Pick<OfflineClient, 'sessions' | 'records'>;

/**
 * Reads of a logged entry what a person wants to know. It remembers the names that it looked up.
 *
 * @example
 * const read = await loggedLineReader(client);
 * const line = await read(logged);
 */
export async function loggedLineReader({
  sessions,
  records,
}: Client): Promise<(logged: LoggedEvent) => Promise<LoggedLine>> {
  const people = new Map((await sessions.people()).map(({ id, name }) => [id, name]));
  const wells = new Map<string, Promise<string | null>>();
  const items = new Map<string, ReturnType<typeof records.equipmentItem>>();

  const wellName = (id: string | null): Promise<string | null> => {
    if (id === null) return Promise.resolve(null);
    const known = wells.get(id) ?? records.well(id).then((well) => well?.name ?? null);
    wells.set(id, known);
    return known;
  };
  const itemOf = (id: string) => {
    const known = items.get(id) ?? records.equipmentItem(id);
    items.set(id, known);
    return known;
  };

  return async ({ event, origin, status, settledAt, outcome, skipReason }) => {
    const payload = event.payload as Readonly<Record<string, unknown>>;
    const item = event.eventType.startsWith('EQUIPMENT_') ? await itemOf(event.aggregateId) : undefined;
    const wellId = event.eventType.startsWith('PRODUCTION_') ? event.aggregateId : (item?.wellId ?? null);
    return {
      id: event.id,
      eventType: event.eventType,
      aggregateId: event.aggregateId,
      timestamp: event.timestamp,
      deviceSequence: event.deviceSequence,
      userId: event.userId,
      personName: people.get(event.userId) ?? null,
      origin,
      payload: { ...payload },
      wellId,
      wellName: await wellName(wellId),
      item:
        item === undefined ? null : { equipmentType: item.equipmentType, serialNumber: item.serialNumber },
      day: textIn(payload, 'productionDate') ?? textIn(payload, 'maintenanceDate'),
      status,
      settledAt,
      refusal: refusalIn(outcome),
      skipReason,
    };
  };
}

/** Null for what met another change, and for what was taken. */
const refusalIn = (outcome: LoggedEvent['outcome']): Trouble | null =>
  typeof outcome?.['code'] === 'string' ? { code: outcome['code'], detail: outcome.reason } : null;

const textIn = (payload: Readonly<Record<string, unknown>>, field: string): string | null => {
  const value = payload[field];
  return typeof value === 'string' ? value : null;
};
