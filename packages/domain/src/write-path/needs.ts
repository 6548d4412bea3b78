/** Which rows an event's rules read: what has to be loaded before, for a whole batch at once. */
import { uuidSchema, type ConflictRecord, type EventPhoto, type RecordValues } from '@wellpulse/contracts';
import { addDays } from '../calendar.ts';
import { ownerIn, type PhotoOwner } from '../photos/photo-owner.ts';
import type { DomainEvent } from '../state/event.ts';
import { productionKey } from '../state/workset.ts';
import { searchKey } from '../texts.ts';

const LONGEST_API_NUMBER = '42-165-12345-00-00'.length;

export interface ProductionDay {
  readonly wellId: string;
  readonly day: string;
}

/** The rows that rules ask for, by their ids and keys. */
export interface Needs {
  readonly wellIds: Set<string>;
  readonly apiNumbers: Set<string>;
  readonly userIds: Set<string>;
  readonly emails: Set<string>;
  /** Whether all active administrators are needed. */
  admins: boolean;
  readonly alertIds: Set<string>;
  readonly equipmentIds: Set<string>;
  /** As `searchKey` writes them. */
  readonly serialNumbers: Set<string>;
  readonly maintenanceIds: Set<string>;
  /** Items whose maintenance is needed. */
  readonly maintainedIds: Set<string>;
  /** Their records are needed too: `needRecordOf` adds them. */
  readonly conflictIds: Set<string>;
  readonly deviceIds: Set<string>;
  readonly photoIds: Set<string>;
  /** The contents of photos, by their SHA-256: of whatever owner. */
  readonly photoHashes: Set<string>;
  /** By `wellId|day`: of these records the conflicts are needed that nobody has settled. */
  readonly deletedDays: Set<string>;
  /** By `wellId|day`; the days before and after are included, since alerts compare neighbours. */
  readonly productionDays: Map<string, ProductionDay>;
}

/**
 * What has to be in a workset before the rules judge these events.
 *
 * @example
 * const workset = await loadWorkset(db, needsOf(events));
 */
export function needsOf(events: readonly DomainEvent[]): Needs {
  const needs: Needs = {
    wellIds: new Set(),
    apiNumbers: new Set(),
    userIds: new Set(),
    emails: new Set(),
    admins: false,
    alertIds: new Set(),
    equipmentIds: new Set(),
    serialNumbers: new Set(),
    maintenanceIds: new Set(),
    maintainedIds: new Set(),
    conflictIds: new Set(),
    deviceIds: new Set(),
    photoIds: new Set(),
    photoHashes: new Set(),
    deletedDays: new Set(),
    productionDays: new Map(),
  };
  for (const event of events) collect(needs, event);
  return needs;
}

function collect(needs: Needs, event: DomainEvent): void {
  switch (event.eventType) {
    case 'PRODUCTION_CREATED':
    case 'PRODUCTION_UPDATED':
    case 'PRODUCTION_DELETED':
      needs.wellIds.add(event.aggregateId);
      needDay(needs, event.aggregateId, event.payload.productionDate);
      if ('photos' in event.payload) needPhotos(needs, event.payload.photos);
      if (event.eventType === 'PRODUCTION_DELETED')
        needs.deletedDays.add(productionKey(event.aggregateId, event.payload.productionDate));
      return;
    case 'EQUIPMENT_CREATED':
    case 'EQUIPMENT_UPDATED':
    case 'EQUIPMENT_DELETED':
      needs.equipmentIds.add(event.aggregateId);
      if (event.eventType === 'EQUIPMENT_DELETED') needs.maintainedIds.add(event.aggregateId);
      if ('wellId' in event.payload && event.payload.wellId !== undefined) {
        needs.wellIds.add(event.payload.wellId);
      }
      if ('serialNumber' in event.payload && event.payload.serialNumber !== undefined) {
        needs.serialNumbers.add(searchKey(event.payload.serialNumber));
      }
      return;
    case 'EQUIPMENT_MAINTENANCE_LOGGED':
      needs.equipmentIds.add(event.aggregateId);
      needs.maintenanceIds.add(event.payload.maintenanceId);
      needPhotos(needs, event.payload.photos);
      return;
    case 'PHOTO_ANNOUNCED':
    case 'PHOTO_STORED':
    case 'PHOTO_LOST':
      needOwner(needs, ownerIn(event));
      needPhotos(needs, [event.payload]);
      return;
    case 'CONFLICT_RESOLVED':
      needMergedValues(needs, event.payload.values);
      needs.conflictIds.add(event.aggregateId);
      return;
    case 'CONFLICT_REOPENED':
      needMergedValues(needs, event.payload.values);
      needs.conflictIds.add(event.aggregateId);
      return;
    case 'CONFLICT_UNDONE':
      needs.conflictIds.add(event.aggregateId);
      return;
    case 'DEVICE_REGISTERED':
    case 'DEVICE_REVOKED':
    case 'DEVICE_RETIRED':
    case 'DEVICE_WIPED':
    case 'DEVICE_RECOVERED':
    case 'DEVICE_LOOKED_AT':
      needs.deviceIds.add(event.aggregateId);
      return;
    case 'ALERT_ACKNOWLEDGED':
      needs.alertIds.add(event.aggregateId);
      return;
    case 'WELL_CREATED':
      for (const number of spellingsOf(event.payload.apiNumber)) needs.apiNumbers.add(number);
      for (const id of event.payload.operatorIds ?? []) needs.userIds.add(id);
      return;
    case 'WELL_UPDATED':
    case 'WELL_DELETED':
      needs.wellIds.add(event.aggregateId);
      if (event.eventType === 'WELL_UPDATED') {
        for (const id of event.payload.operatorIds ?? []) needs.userIds.add(id);
      }
      return;
    case 'USER_CREATED':
    case 'USER_UPDATED':
    case 'USER_PASSWORD_SET':
    case 'USER_DELETED':
      needs.admins = true;
      needs.userIds.add(event.aggregateId);
      if ('email' in event.payload && event.payload.email !== undefined)
        needs.emails.add(event.payload.email);
      return;
    case 'TENANT_CREATED':
    case 'TENANT_SETTINGS_UPDATED':
    case 'ENTRY_TAKEN_OVER':
    case 'ENTRY_LEFT_OUT':
    case 'RECOVERED_TAKEN_OVER':
    case 'RECOVERED_LEFT_OUT':
    case 'LINEAGE_BEGUN':
    case 'LINEAGE_CLOSED':
    case 'ALERTS_REVIEWED':
      return;
  }
}

function needDay(needs: Needs, wellId: string, productionDate: string): void {
  for (const offset of [-1, 0, 1]) {
    const day = addDays(productionDate, offset);
    needs.productionDays.set(productionKey(wellId, day), { wellId, day });
  }
}

/**
 * Adds what a conflict is about, once the conflict itself is loaded.
 *
 * @example
 * for (const conflict of conflicts) needRecordOf(needs, conflict);
 */
export function needRecordOf(needs: Needs, conflict: ConflictRecord): void {
  needs.wellIds.add(conflict.wellId);
  if (conflict.productionDate !== null) needDay(needs, conflict.wellId, conflict.productionDate);
  else {
    needs.equipmentIds.add(conflict.recordId);
    needMergedValues(needs, conflict.existingData);
    needMergedValues(needs, conflict.incomingData);
  }
}

/** As wells may have it that were entered before there was one spelling. */
const spellingsOf = (apiNumber: string): string[] =>
  [apiNumber, `${apiNumber}-00`, `${apiNumber}-00-00`].filter(
    (number) => number.length <= LONGEST_API_NUMBER,
  );

/** The well and the serial number that an item may be given. */
function needMergedValues(needs: Needs, { wellId, serialNumber }: RecordValues = {}): void {
  if (uuidSchema.safeParse(wellId).success) needs.wellIds.add(String(wellId));
  if (typeof serialNumber === 'string') needs.serialNumbers.add(searchKey(serialNumber));
}

function needOwner(needs: Needs, { kind, id }: PhotoOwner): void {
  if (kind === 'WELL') needs.wellIds.add(id);
  else needs.equipmentIds.add(id);
}

function needPhotos(needs: Needs, photos: readonly Pick<EventPhoto, 'photoId' | 'sha256'>[] = []): void {
  for (const { photoId, sha256 } of photos) {
    needs.photoIds.add(photoId);
    needs.photoHashes.add(sha256);
  }
}
