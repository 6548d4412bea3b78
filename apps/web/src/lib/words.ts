/** What the codes of the protocol are called on the screen. One word for one thing, everywhere. */
import type { ConflictPolicy, EventType, ImportRefusal, Role, UserStatus } from '@wellpulse/contracts';
import { words } from './language.ts';

export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  VIEWER: 'Reads everything, changes nothing',
  OPERATOR: 'Enters readings and acknowledges alerts',
  MANAGER: 'Also manages wells and imports, and sees the audit',
  ADMIN: 'Also manages users and settings',
};

export const USER_STATUS_NAMES: Record<UserStatus, string> = { ACTIVE: 'Active', SUSPENDED: 'Suspended' };

export const CONFLICT_POLICY_NAMES: Record<ConflictPolicy, string> = {
  LAST_WRITE_WINS: 'The last entry counts; the other is kept and shown',
  PROMPT: 'The first entry stays until a person chooses',
};

export const EVENT_NAMES: Record<EventType, string> = {
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
  CONFLICT_UNDONE: 'Settling of a conflict taken back',
  DEVICE_REGISTERED: 'Device registered',
  DEVICE_REVOKED: 'Device revoked',
  ALERT_ACKNOWLEDGED: 'Alert acknowledged',
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

const EVENT_NAMES_BY_CODE: Readonly<Record<string, string>> = EVENT_NAMES;

/** A newer server may tell of kinds of events that this page does not know. */
export const eventName = (eventType: string): string =>
  EVENT_NAMES_BY_CODE[eventType] ?? eventType.toLowerCase().replaceAll('_', ' ');

export const REFUSAL_NAMES: Record<ImportRefusal, string> = {
  MALFORMED_ROW: 'Row cannot be read',
  WELL_UNKNOWN: 'No such well',
  WELL_AMBIGUOUS: 'Several wells have this name',
  WELL_PLUGGED: 'Well is plugged',
  DATE_INVALID: 'Not a date',
  DATE_IN_FUTURE: 'Day has not come yet',
  NUMBER_INVALID: 'Not a number',
  VOLUME_NEGATIVE: 'Negative volume',
  VOLUME_TOO_LARGE: 'Volume too large',
  VOLUME_MISSING: 'No volume given',
  DUPLICATE_DAY: 'Day is there twice',
  REFUSED_BY_DATABASE: 'Refused by the database',
};

/** "1 well", "31 wells". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${words.formatCount(count)} ${count === 1 ? one : many}`;
