import type { LoggedEvent, OfflineClient } from '@wellpulse/offline';
import type { LoggedLine } from '../../shared/bridge/logged-event.ts';

/** Reads of a logged entry what a person wants to know: who made it, and what it is about. It remembers the names that it looked up. */
export async function lineReader({
  sessions,
  records,
}: OfflineClient): Promise<(logged: LoggedEvent) => Promise<LoggedLine>> {
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
const refusalIn = (outcome: LoggedEvent['outcome']): LoggedLine['refusal'] =>
  typeof outcome?.['code'] === 'string' ? { code: outcome['code'], detail: outcome.reason } : null;

const textIn = (payload: Readonly<Record<string, unknown>>, field: string): string | null => {
  const value = payload[field];
  return typeof value === 'string' ? value : null;
};
