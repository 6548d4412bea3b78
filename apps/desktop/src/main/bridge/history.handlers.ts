import { EQUIPMENT_FIELDS, PRODUCTION_VALUES } from '@wellpulse/contracts';
import { productionKey } from '@wellpulse/domain';
import type { LoggedEvent } from '@wellpulse/offline';
import type { HistoryStep } from '../../shared/bridge/history.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

/** The life of a record, as far as it was written here. */
export function historyHandlers({ client }: Pick<Laptop, 'client'>): Handlers<'history.of'> {
  return {
    'history.of': async (of) => {
      const record =
        of.kind === 'READING'
          ? { kind: 'production' as const, key: productionKey(of.wellId, of.day) }
          : { kind: 'equipment' as const, key: of.equipmentId };
      const logged = (await client.events.list({ record }).all()).reverse();
      const names = new Map((await client.sessions.people()).map(({ id, name }) => [id, name]));
      const values = new Map<string, unknown>();
      return logged.map((each): HistoryStep => stepOf(each, names, values));
    },
  };
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
  names: ReadonlyMap<string, string>,
  values: Map<string, unknown>,
): HistoryStep {
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
    source: 'ELECTRON',
    userId: event.userId,
    userName: names.get(event.userId) ?? null,
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
