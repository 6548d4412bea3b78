/** What a refused entry becomes when a person enters it as their own, beside the present record. */
import {
  EVENTS,
  hasVolume,
  type EventPayload,
  type EventType,
  type ProductionEntry,
} from '@wellpulse/contracts';

/** A reading that is there; undefined where none is. */
export type CurrentReading = { readonly version: number } | undefined;

type Anew = {
  [Type in EventType]: { readonly eventType: Type; readonly payload: EventPayload<Type> };
}[EventType];

/**
 * A creation where a reading exists changes that reading. A change of a reading that is gone makes the reading again, if the
 * change names a volume. Null if the payload is none that can be entered.
 *
 * @example
 * enterAnew('PRODUCTION_CREATED', {}, undefined); // null
 */
export function enterAnew(eventType: EventType, payload: unknown, current: CurrentReading): Anew | null {
  const parsed = EVENTS[eventType].payload.safeParse(payload);
  if (!parsed.success) return null;
  // Parsed by the event's own type.
  const event = { eventType, payload: parsed.data } as Anew;
  if (event.eventType === 'PRODUCTION_CREATED' && current !== undefined) {
    return { eventType: 'PRODUCTION_UPDATED', payload: withoutNulls(event.payload) };
  }
  if (event.eventType === 'PRODUCTION_UPDATED' && current === undefined && hasVolume(event.payload)) {
    return { eventType: 'PRODUCTION_CREATED', payload: event.payload };
  }
  return event;
}

/** What a creation left out or null it never set. */
const withoutNulls = (
  payload: EventPayload<'PRODUCTION_CREATED'>,
): Partial<ProductionEntry> & { productionDate: string } => ({
  ...Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== null)),
  productionDate: payload.productionDate,
});
