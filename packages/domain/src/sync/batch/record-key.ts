interface EventParts {
  readonly eventType: unknown;
  readonly aggregateId: unknown;
  readonly payload: unknown;
}

/**
 * Which record an event is about, as a text: events of one record keep their order. The event may be of a version that this
 * code does not know; it is never read as one that it is not about.
 */
export function recordKeyOf({ eventType, aggregateId, payload }: EventParts): string {
  const day =
    String(eventType).startsWith('PRODUCTION_') && typeof payload === 'object' && payload !== null
      ? (payload as Readonly<Record<string, unknown>>)['productionDate']
      : undefined;
  const record = String(aggregateId);
  return typeof day === 'string' ? `${record}|${day}` : record;
}
