/** The life of a record, as far as it was written on a device. */
import {
  EQUIPMENT_FIELDS,
  PRODUCTION_VALUES,
  type EventSource,
  type HistoryEntry,
} from '@wellpulse/contracts';
import { productionKey } from '@wellpulse/domain';
import type { LoggedEvent, OfflineClient } from '@wellpulse/offline';

/** A reading of a day, or an item of equipment. */
export type RecordOfHistory =
  | { readonly kind: 'READING'; readonly wellId: string; readonly day: string }
  | { readonly kind: 'ITEM'; readonly equipmentId: string };

/** One step in the life of a record. */
export type HistoryStep = HistoryEntry & {
  /** Whether the office has not heard of it. */
  readonly isPending: boolean;
};

/**
 * The steps of a record, oldest first. A value from before the first step here is null: the office knows it.
 *
 * @param source what the device is to the office
 * @example
 * const steps = await recordHistory(client, { kind: 'READING', wellId, day }, 'MOBILE');
 */
export async function recordHistory(
  client: Pick<OfflineClient, 'events' | 'sessions'>,
  of: RecordOfHistory,
  source: EventSource,
): Promise<HistoryStep[]> {
  const record =
    of.kind === 'READING'
      ? { kind: 'production' as const, key: productionKey(of.wellId, of.day) }
      : { kind: 'equipment' as const, key: of.equipmentId };
  const logged = (await client.events.list({ record }).all()).reverse();
  const names = new Map((await client.sessions.people()).map(({ id, name }) => [id, name]));
  const values = new Map<string, unknown>();
  return logged.map((each) => ({
    ...stepOf(each, values),
    source,
    userName: names.get(each.event.userId) ?? null,
  }));
}

/** What a log says of its item. */
const SAID_OF_LOGS = ['maintenanceDate', 'maintenanceType', 'description', 'equipmentStatus'] as const;
const FIELDS: readonly string[] = [
  ...Object.keys(PRODUCTION_VALUES),
  ...Object.keys(EQUIPMENT_FIELDS),
  ...SAID_OF_LOGS,
];

/** `values` are what the steps before have left, and takes in this one. */
function stepOf(
  { event, status, settledAt, outcome }: LoggedEvent,
  values: Map<string, unknown>,
): Omit<HistoryStep, 'source' | 'userName'> {
  const payload = new Map(Object.entries(event.payload));
  const changes = FIELDS.filter((field) => payload.has(field)).map((field) => ({
    field,
    from: values.get(field) ?? null,
    to: payload.get(field) ?? null,
  }));
  for (const { field, to } of changes) values.set(field, to);
  return {
    sequence: event.deviceSequence,
    eventId: event.id,
    eventType: event.eventType,
    userId: event.userId,
    deviceId: event.deviceId,
    carrierId: null,
    carrierName: null,
    authorLeft: false,
    occurredAt: event.timestamp,
    receivedAt: settledAt ?? event.timestamp,
    changes,
    isPending: status === 'PENDING' && outcome === null,
  };
}
