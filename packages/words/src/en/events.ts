/** What events are called, and what of them a line tells. */
import type { EventType } from '@wellpulse/contracts';
import { counted } from '../lib/decimal.ts';

const names: Readonly<Record<EventType, string>> = {
  PRODUCTION_CREATED: 'Entry recorded',
  PRODUCTION_UPDATED: 'Entry changed',
  PRODUCTION_DELETED: 'Entry deleted',
  EQUIPMENT_CREATED: 'Equipment added',
  EQUIPMENT_UPDATED: 'Equipment changed',
  EQUIPMENT_DELETED: 'Equipment deleted',
  EQUIPMENT_MAINTENANCE_LOGGED: 'Maintenance logged',
  PHOTO_ANNOUNCED: 'Photo announced',
  PHOTO_STORED: 'Photo stored',
  PHOTO_LOST: 'Photo lost from the storage',
  CONFLICT_RESOLVED: 'Conflict settled',
  CONFLICT_UNDONE: 'Settling of a conflict undone',
  CONFLICT_REOPENED: 'Conflict opened again',
  DEVICE_REGISTERED: 'Device registered',
  DEVICE_REVOKED: 'Device lost or stolen',
  DEVICE_RETIRED: 'Device asked to retire',
  DEVICE_WIPED: 'Device retired',
  DEVICE_RECOVERED: 'Device told of a restore',
  DEVICE_LOOKED_AT: 'Device looked at after a restore',
  ENTRY_TAKEN_OVER: 'Waiting entry taken over',
  ENTRY_LEFT_OUT: 'Waiting entry left out',
  RECOVERED_TAKEN_OVER: 'Lost records taken over',
  RECOVERED_LEFT_OUT: 'Lost records left out',
  ALERT_ACKNOWLEDGED: 'Alert acknowledged',
  ALERTS_REVIEWED: 'Alerts brought up to date with the rules',
  WELL_CREATED: 'Well added',
  WELL_UPDATED: 'Well changed',
  WELL_DELETED: 'Well deleted',
  USER_CREATED: 'User added',
  USER_UPDATED: 'User changed',
  USER_PASSWORD_SET: 'Password set',
  USER_DELETED: 'User removed',
  TENANT_CREATED: 'Tenant set up',
  TENANT_SETTINGS_UPDATED: 'Settings changed',
  LINEAGE_BEGUN: 'Server found put back to an older state',
  LINEAGE_CLOSED: 'Waiting for lost entries ended',
};

export const events = {
  names,
  /** The status of an item from now on. */
  nowStatus: (status: string) => `now ${status}`,
  photos: (count: number) => counted(count, 'photo', 'photos'),
  keptExisting: 'the first was kept',
  tookIncoming: 'the second was taken',
  /** `fields` have commas between them. */
  mergedFields: (fields: string) => `merged ${fields}`,
};
