/**
 * Histories that need no row of their own. A device made a record, and nobody has touched it since: the log and the record
 * tell all that there is. So its history is told by them when somebody does (ADR 81).
 */
import { recordItem } from '../equipment/equipment.rules.ts';
import { counts, isDeletionWrite, type FieldHistory } from '../merging/field-history.ts';
import { recordReading } from '../production/production.rules.ts';
import type { DomainEvent } from '../state/event.ts';
import { Workset, type EquipmentRow, type ProductionRow } from '../state/workset.ts';

/**
 * Whether a history is the creation alone of a record that a device made. An item has an id of its own, a reading that of the
 * event.
 *
 * @example
 * const kept = histories.filter((history) => !isToldByLog(history));
 */
export function isToldByLog({ recordId, writes }: FieldHistory): boolean {
  const [first, ...later] = writes;
  if (first === undefined || later.length > 0 || first.deviceId === null) return false;
  if (!counts(first) || isDeletionWrite(first)) return false;
  return first.entry === undefined || first.eventId === recordId;
}

/**
 * The history of a record that nobody has touched since `event` made it; as the rules wrote it then. Undefined for an event that
 * makes no such record.
 *
 * @example
 * const history = toldHistory(event, row); // { recordId: row.id, writes: [the creation] }
 */
export function toldHistory(event: DomainEvent, row: ProductionRow | EquipmentRow): FieldHistory | undefined {
  const workset = new Workset();
  if (event.eventType === 'EQUIPMENT_CREATED' && 'equipmentType' in row) recordItem(workset, event, row);
  const isReading = event.eventType === 'PRODUCTION_CREATED' || event.eventType === 'PRODUCTION_UPDATED';
  if (isReading && 'productionDate' in row) recordReading(workset, event, row);
  return workset.histories.get(row.id);
}
