/** Which record an event is about, as a text: events of one record keep their order. */
export function recordKeyOf(event: {
  readonly eventType: string;
  readonly aggregateId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}): string {
  if (!event.eventType.startsWith('PRODUCTION_')) return event.aggregateId;
  return `${event.aggregateId}|${String(event.payload['productionDate'])}`;
}
