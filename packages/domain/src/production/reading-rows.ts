/** Rows of readings: what is left of one that was taken back, and how a change is stored. */
import {
  hasVolume,
  namesOf,
  namesWith,
  partOf,
  PRODUCTION_FIELDS,
  type EntryMethod,
  type EventSource,
} from '@wellpulse/contracts';
import { refreshAlerts } from '../alerts/alert.rules.ts';
import { DELETION, photosLeft, type WriteEntry } from '../merging/field-history.ts';
import type { Values } from '../merging/merge.ts';
import { earliestLeft, isEnded, valuesLeft, wasTakenBack } from '../merging/take-back.ts';
import { accepted, type Decision } from '../state/decision.ts';
import type { DomainEvent } from '../state/event.ts';
import { deletionMoment, productionKey, type ProductionRow, type Workset } from '../state/workset.ts';

const ENTRY_METHOD_OF: Record<EventSource, EntryMethod> = {
  WEB: 'MANUAL',
  SYSTEM: 'MANUAL',
  IMPORT: 'SCADA',
  ELECTRON: 'ELECTRON',
  MOBILE: 'MOBILE',
};

/** What people change in a record and may disagree about; where they stood is of their entry, and the latest stands. */
export const FIELDS = [
  ...namesWith(PRODUCTION_FIELDS, 'contested'),
  ...namesOf(partOf(PRODUCTION_FIELDS, 'CLAIM')),
];

/** How and where an event enters a reading. */
export const entryOf = ({ source, payload }: DomainEvent): WriteEntry => ({
  entryMethod: ENTRY_METHOD_OF[source],
  location: ('location' in payload ? payload.location : null) ?? null,
});

/** The row with what is left of it, where it was taken back; its stored values are those from before. */
export function rowLeft(workset: Workset, row: ProductionRow): ProductionRow {
  const history = workset.histories.get(row.id);
  if (!row.deleted || history === undefined || isEnded(history)) return row;
  return { ...row, ...valuesLeft(history, FIELDS), photoHashes: photosLeft(history) };
}

/** Stores changed values, the version one higher. What was taken back once is there while it has a volume. */
export function saveChange(
  workset: Workset,
  row: ProductionRow,
  changes: Values,
  event: DomainEvent,
): Decision {
  const history = workset.histories.get(row.id);
  const takesPlace = row.estimatedFrom !== null && changes['estimatedFrom'] === null;
  const touched: ProductionRow = {
    ...row,
    ...changes,
    ...(takesPlace ? madeBy(event, row) : {}),
    updatedBy: event.userId ?? row.updatedBy,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(row.version),
  };
  if ((!row.deleted && !wasTakenBack(history)) || changes[DELETION] !== undefined)
    return storeReading(workset, touched, event.receivedAt);
  const isMadeAnew = row.deleted && earliestLeft(history?.writes ?? []) === undefined;
  const made = isMadeAnew ? madeBy(event, row) : {};
  return storeReading(workset, { ...touched, ...made, deleted: !hasVolume(touched) }, event.receivedAt);
}

const madeBy = (event: DomainEvent, row: ProductionRow) => ({
  ...entryOf(event),
  createdBy: event.userId ?? row.createdBy,
});

export function storeReading(
  workset: Workset,
  { deletedAt: _, ...row }: ProductionRow,
  at: string,
): Decision {
  const key = productionKey(row.wellId, row.productionDate);
  const met = workset.production.get(key);
  const deletedAt = (row.deleted && met !== undefined ? deletionMoment(met) : null) ?? row.updatedAt;
  workset.production.put(key, deletedAt === row.updatedAt ? row : { ...row, deletedAt });
  refreshAlerts(workset, row.wellId, row.productionDate, at);
  return accepted(row.id);
}
