/**
 * Every event there is. An event is what happened, in the past tense; it is the only way in which anything changes.
 * `entity` is the kind of record that it changes, `fromDevice` whether a device may send it (docs/sync-protocol.md, "2. The event").
 */
import type { z } from 'zod';
import type { Access } from './roles.ts';
import { alertAcknowledgedPayload, alertsReviewedPayload } from './alerts/alert.ts';
import {
  conflictReopenedPayload,
  conflictResolvedPayload,
  conflictUndonePayload,
} from './conflicts/conflict.ts';
import {
  deviceLookedAtPayload,
  deviceRecoveredPayload,
  deviceRegisteredPayload,
  deviceRetiredPayload,
  deviceRevokedPayload,
  deviceWipedPayload,
} from './devices/device.ts';
import {
  equipmentCreatedPayload,
  equipmentDeletedPayload,
  equipmentUpdatedPayload,
} from './equipment/equipment.ts';
import { lineageBegunPayload, lineageClosedPayload } from './lineage/lineage.ts';
import { equipmentMaintenanceLoggedPayload } from './maintenance/maintenance.ts';
import { photoAnnouncedPayload, photoLostPayload, photoStoredPayload } from './photos/photo.ts';
import {
  productionCreatedPayload,
  productionDeletedPayload,
  productionUpdatedPayload,
} from './production/production.ts';
import { recoveredPayload } from './sync/recovered.ts';
import { entryLeftOutPayload, entryTakenOverPayload } from './sync/waiting.ts';
import { tenantCreatedPayload, tenantSettingsUpdatedPayload } from './tenant/tenant.ts';
import {
  userCreatedPayload,
  userDeletedPayload,
  userPasswordSetPayload,
  userUpdatedPayload,
} from './users/user.ts';
import { wellCreatedPayload, wellDeletedPayload, wellUpdatedPayload } from './wells/well.ts';

/** The kinds of records. */
export const ENTITIES = [
  'WELL',
  'PRODUCTION',
  'ALERT',
  'EQUIPMENT',
  'MAINTENANCE',
  'PHOTO',
  'CONFLICT',
  'DEVICE',
  'USER',
  'SETTINGS',
] as const;
export type Entity = (typeof ENTITIES)[number];

interface EventKind {
  readonly entity: Entity;
  /** Who may cause it; the rules may say more. */
  readonly access: Access;
  readonly fromDevice: boolean;
  readonly payload: z.ZodType;
}

/** Every event that can happen: its payload, its kind of record, and whether a device may record it. */
export const EVENTS = {
  PRODUCTION_CREATED: {
    entity: 'PRODUCTION',
    access: 'ENTER',
    fromDevice: true,
    payload: productionCreatedPayload,
  },
  PRODUCTION_UPDATED: {
    entity: 'PRODUCTION',
    access: 'ENTER',
    fromDevice: true,
    payload: productionUpdatedPayload,
  },
  PRODUCTION_DELETED: {
    entity: 'PRODUCTION',
    access: 'ENTER',
    fromDevice: true,
    payload: productionDeletedPayload,
  },
  EQUIPMENT_CREATED: {
    entity: 'EQUIPMENT',
    access: 'ENTER',
    fromDevice: true,
    payload: equipmentCreatedPayload,
  },
  EQUIPMENT_UPDATED: {
    entity: 'EQUIPMENT',
    access: 'ENTER',
    fromDevice: true,
    payload: equipmentUpdatedPayload,
  },
  EQUIPMENT_DELETED: {
    entity: 'EQUIPMENT',
    access: 'ENTER',
    fromDevice: true,
    payload: equipmentDeletedPayload,
  },
  EQUIPMENT_MAINTENANCE_LOGGED: {
    entity: 'MAINTENANCE',
    access: 'ENTER',
    fromDevice: true,
    payload: equipmentMaintenanceLoggedPayload,
  },
  PHOTO_ANNOUNCED: { entity: 'PHOTO', access: 'ENTER', fromDevice: false, payload: photoAnnouncedPayload },
  PHOTO_STORED: { entity: 'PHOTO', access: 'ENTER', fromDevice: false, payload: photoStoredPayload },
  PHOTO_LOST: { entity: 'PHOTO', access: 'ENTER', fromDevice: false, payload: photoLostPayload },
  CONFLICT_RESOLVED: {
    entity: 'CONFLICT',
    access: 'ENTER',
    fromDevice: true,
    payload: conflictResolvedPayload,
  },
  CONFLICT_UNDONE: {
    entity: 'CONFLICT',
    access: 'MANAGE',
    fromDevice: false,
    payload: conflictUndonePayload,
  },
  CONFLICT_REOPENED: {
    entity: 'CONFLICT',
    access: 'MANAGE',
    fromDevice: false,
    payload: conflictReopenedPayload,
  },
  DEVICE_REGISTERED: {
    entity: 'DEVICE',
    access: 'READ',
    fromDevice: false,
    payload: deviceRegisteredPayload,
  },
  DEVICE_REVOKED: { entity: 'DEVICE', access: 'READ', fromDevice: false, payload: deviceRevokedPayload },
  DEVICE_RETIRED: { entity: 'DEVICE', access: 'READ', fromDevice: false, payload: deviceRetiredPayload },
  DEVICE_WIPED: { entity: 'DEVICE', access: 'READ', fromDevice: false, payload: deviceWipedPayload },
  DEVICE_RECOVERED: { entity: 'DEVICE', access: 'READ', fromDevice: false, payload: deviceRecoveredPayload },
  DEVICE_LOOKED_AT: { entity: 'DEVICE', access: 'MANAGE', fromDevice: false, payload: deviceLookedAtPayload },
  ENTRY_TAKEN_OVER: { entity: 'DEVICE', access: 'ENTER', fromDevice: false, payload: entryTakenOverPayload },
  ENTRY_LEFT_OUT: { entity: 'DEVICE', access: 'ENTER', fromDevice: false, payload: entryLeftOutPayload },
  RECOVERED_TAKEN_OVER: { entity: 'DEVICE', access: 'MANAGE', fromDevice: false, payload: recoveredPayload },
  RECOVERED_LEFT_OUT: { entity: 'DEVICE', access: 'MANAGE', fromDevice: false, payload: recoveredPayload },
  ALERT_ACKNOWLEDGED: {
    entity: 'ALERT',
    access: 'ENTER',
    fromDevice: false,
    payload: alertAcknowledgedPayload,
  },
  ALERTS_REVIEWED: {
    entity: 'ALERT',
    access: 'ADMINISTER',
    fromDevice: false,
    payload: alertsReviewedPayload,
  },
  WELL_CREATED: { entity: 'WELL', access: 'MANAGE', fromDevice: false, payload: wellCreatedPayload },
  WELL_UPDATED: { entity: 'WELL', access: 'MANAGE', fromDevice: false, payload: wellUpdatedPayload },
  WELL_DELETED: { entity: 'WELL', access: 'ADMINISTER', fromDevice: false, payload: wellDeletedPayload },
  USER_CREATED: { entity: 'USER', access: 'ADMINISTER', fromDevice: false, payload: userCreatedPayload },
  USER_UPDATED: { entity: 'USER', access: 'ADMINISTER', fromDevice: false, payload: userUpdatedPayload },
  USER_PASSWORD_SET: { entity: 'USER', access: 'READ', fromDevice: false, payload: userPasswordSetPayload },
  USER_DELETED: { entity: 'USER', access: 'ADMINISTER', fromDevice: false, payload: userDeletedPayload },
  TENANT_CREATED: {
    entity: 'SETTINGS',
    access: 'ADMINISTER',
    fromDevice: false,
    payload: tenantCreatedPayload,
  },
  TENANT_SETTINGS_UPDATED: {
    entity: 'SETTINGS',
    access: 'ADMINISTER',
    fromDevice: false,
    payload: tenantSettingsUpdatedPayload,
  },
  LINEAGE_BEGUN: {
    entity: 'SETTINGS',
    access: 'ADMINISTER',
    fromDevice: false,
    payload: lineageBegunPayload,
  },
  LINEAGE_CLOSED: {
    entity: 'SETTINGS',
    access: 'MANAGE',
    fromDevice: false,
    payload: lineageClosedPayload,
  },
} as const satisfies Record<string, EventKind>;

export type EventType = keyof typeof EVENTS;
/** The names of all events. */
export const EVENT_TYPES = Object.keys(EVENTS) as [EventType, ...EventType[]];
/** What an event of this type says. */
export type EventPayload<Type extends EventType> = z.output<(typeof EVENTS)[Type]['payload']>;
