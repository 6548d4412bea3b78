/** An own entry waits, and the server has a later one of the same device on its record (ADR 78). */
import type { DomainEvent } from '@wellpulse/domain';

const READING_FIELDS = new Set(['oilVolume', 'gasVolume', 'waterVolume', 'notes']);

/**
 * What is left of an entry when it has given way to later ones; null if nothing is. It comes before them at the server, whenever it
 * arrives. So it changes no field that they name, and a deletion ends nothing of theirs.
 */
export function givenWay(event: DomainEvent, later: readonly DomainEvent[]): DomainEvent | null {
  const taken = new Set(later.flatMap(fieldsOf));
  if (taken.size === 0) return event;
  if (event.eventType.endsWith('_DELETED')) return null;
  const left = Object.entries(event.payload).filter(([name]) => !taken.has(fieldOf(name)));
  return { ...event, payload: Object.fromEntries(left) } as DomainEvent;
}

/** What a reading's later entry confirms is its own volume, and no longer that of an earlier one. */
function fieldsOf({ eventType, payload }: DomainEvent): string[] {
  const given = Object.entries(payload).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  switch (eventType) {
    case 'PRODUCTION_CREATED':
    case 'PRODUCTION_UPDATED': {
      const wasSet = (name: string): boolean => eventType === 'PRODUCTION_UPDATED' || isSet(payload, name);
      const fields = given.filter((name) => READING_FIELDS.has(name) && wasSet(name));
      return fields.length === 0 ? [] : [...fields, 'confirmed'];
    }
    case 'EQUIPMENT_UPDATED':
      return given;
    case 'EQUIPMENT_MAINTENANCE_LOGGED':
      return given.filter((name) => name === 'equipmentStatus').map(fieldOf);
    default:
      return [];
  }
}

/** A field that a creation left out or null was never set. */
const isSet = (payload: object, name: string): boolean =>
  (payload as Readonly<Record<string, unknown>>)[name] !== null;

const fieldOf = (name: string): string => (name === 'equipmentStatus' ? 'status' : name);
