/**
 * What holds after the server was put back to an older state: versions go on far above those that were lost. An event that
 * rests on something lost waits for a while, since another device may still bring that (docs/sync-protocol.md, "Lineage").
 */
import { DAY_MS } from '../calendar.ts';
import { accepted, refused, type Decision, type Refusal, type RefusalCode } from '../state/decision.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import type { LineageRow, Workset } from '../state/workset.ts';

/** So long an event waits for what it rests on. */
export const WAITS_FOR_BASE_DAYS = 30;
const SECOND_MS = 1_000;
/** So many changes of one record may have been lost since the former lineage began, however short it was. */
const ROOM = 1_000;
const START = Date.parse('2020-01-01T00:00:00.000Z');

/**
 * The floor of versions of a lineage that begins now: far above what anybody could have counted to, the former lineage among them. It counts
 * seconds, and some more for each lineage before. So two that follow the same one differ, however soon after it they begin. `former` is the
 * present lineage, null for the first one.
 *
 * @example
 * versionFloorAfter(null, '2020-01-01T00:01:00.000Z'); // 60
 * versionFloorAfter({ id: 1, versionFloor: 60 }, '2020-01-01T00:01:10.000Z'); // 1070
 */
export function versionFloorAfter(
  former: Pick<LineageRow, 'id' | 'versionFloor'> | null,
  now: string,
): number {
  const seconds = Math.ceil((Date.parse(now) - START) / SECOND_MS);
  return former === null
    ? Math.max(seconds, 1)
    : Math.max(seconds + former.id * ROOM, former.versionFloor + ROOM);
}

/**
 * The number of the lineage that begins because the log does not hold the row of a mark any more; null if none begins. `given` is the
 * lineage in which this server gave the mark, null if it never gave it. A mark of the present lineage proves a restore since; a mark of an
 * older one comes late, so each restore begins one lineage. A mark of a later one proves that lineages were lost too: no number is given twice.
 *
 * @example
 * lineageAfterLostMark(2, 2); // 3
 * lineageAfterLostMark(1, 2); // null
 */
export const lineageAfterLostMark = (given: number | null, present: number): number | null =>
  given === null || given < present ? null : given + 1;

export function beginLineage(workset: Workset, event: EventOf<'LINEAGE_BEGUN'>): Decision {
  const { number, versionFloor, cause = null, deviceId = null, userId = null } = event.payload;
  workset.lineages.put(String(number), {
    id: number,
    versionFloor,
    begunAt: event.receivedAt,
    cause,
    deviceId,
    userId,
    closedAt: null,
    closedBy: null,
  });
  return accepted(event.aggregateId);
}

export function closeLineage(workset: Workset, event: EventOf<'LINEAGE_CLOSED'>): Decision {
  const { lineage } = workset;
  if (lineage === undefined || lineage.closedAt !== null) return accepted(event.aggregateId, false);
  workset.lineages.put(String(lineage.id), {
    ...lineage,
    closedAt: event.receivedAt,
    closedBy: event.userId,
  });
  return accepted(event.aggregateId);
}

/**
 * When the wait for what was lost ends by itself, RFC 3339.
 *
 * @example
 * waitsUntil({ begunAt: '2025-10-01T00:00:00.000Z' }); // '2025-10-31T00:00:00.000Z'
 */
export const waitsUntil = ({ begunAt }: Pick<LineageRow, 'begunAt'>): string =>
  new Date(Date.parse(begunAt) + WAITS_FOR_BASE_DAYS * DAY_MS).toISOString();

/**
 * Whether a device may still bring what the server lost. `now` is RFC 3339.
 *
 * @example
 * isOpen({ begunAt: '2025-10-01T00:00:00.000Z', closedAt: null }, '2025-10-02T00:00:00.000Z'); // true
 */
export const isOpen = (
  { begunAt, closedAt }: Pick<LineageRow, 'begunAt' | 'closedAt'>,
  now: string,
): boolean => closedAt === null && Date.parse(now) <= Date.parse(waitsUntil({ begunAt }));

/** The refusal of an event whose record is not there: `code`, or that it waits for the record. */
export function refuseUnknown(workset: Workset, event: DomainEvent, code: RefusalCode): Refusal {
  const { lineage } = workset;
  const mayCome = event.deviceId !== null && lineage !== undefined && isOpen(lineage, event.receivedAt);
  return refused(mayCome ? 'BASE_MISSING' : code);
}

/** Whether an event of a device knows a version of this record that was lost. */
export function knowsLostVersion(
  { lineage }: Workset,
  { deviceId, baseVersion }: DomainEvent,
  { version }: { readonly version: number },
): boolean {
  const base = baseVersion ?? 0;
  return deviceId !== null && lineage !== undefined && base > version && base < lineage.versionFloor;
}

/** An event of a device that was looking at a version which was lost waits for that; null if it does not. */
export function refuseLostBase(
  workset: Workset,
  event: DomainEvent,
  row: { readonly version: number },
): Refusal | null {
  const { lineage } = workset;
  const mayCome = lineage !== undefined && isOpen(lineage, event.receivedAt);
  return mayCome && knowsLostVersion(workset, event, row) ? refused('BASE_MISSING') : null;
}
