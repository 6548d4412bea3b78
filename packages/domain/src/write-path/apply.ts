/**
 * The one place where an event becomes a change. REST, import, sync, replaying the log and a device's local rows all come
 * through here. So they can't disagree about what an event does.
 */
import type { EventType } from '@wellpulse/contracts';
import { acknowledgeAlert, reviewAlerts } from '../alerts/alert.rules.ts';
import { reopenConflict, resolveConflict, undoConflict } from '../conflicts/conflict.rules.ts';
import {
  lookAtDevice,
  recordRecovery,
  registerDevice,
  retireDevice,
  revokeDevice,
  wipeDevice,
} from '../devices/device.rules.ts';
import { createEquipment, deleteEquipment, updateEquipment } from '../equipment/equipment.rules.ts';
import { beginLineage, closeLineage } from '../lineage/lineage.rules.ts';
import { logMaintenance } from '../maintenance/maintenance.rules.ts';
import { announcePhoto, losePhoto, storePhoto } from '../photos/photo.rules.ts';
import { withConfirmation } from '../production/confirmation.ts';
import { createProduction, deleteProduction, updateProduction } from '../production/production.rules.ts';
import { withPhotos } from '../production/reading-photos.ts';
import { createTenant, updateSettings } from '../tenant/settings.rules.ts';
import { createUser, deleteUser, setUserPassword, updateUser } from '../users/user.rules.ts';
import { createWell, deleteWell, updateWell } from '../wells/well.rules.ts';
import { accepted, type Decision } from '../state/decision.ts';
import type { Actor } from '../state/actor.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import type { Workset } from '../state/workset.ts';

type Rule<Type extends EventType> = (workset: Workset, event: EventOf<Type>, actor: Actor) => Decision;

/** It changes no record: that it happened stands in the log. */
const note = (_: Workset, { aggregateId }: { readonly aggregateId: string }): Decision =>
  accepted(aggregateId);

const RULES: { [Type in EventType]: Rule<Type> } = {
  PRODUCTION_CREATED: withConfirmation(withPhotos(createProduction)),
  PRODUCTION_UPDATED: withConfirmation(withPhotos(updateProduction)),
  PRODUCTION_DELETED: withConfirmation(deleteProduction),
  EQUIPMENT_CREATED: createEquipment,
  EQUIPMENT_UPDATED: updateEquipment,
  EQUIPMENT_DELETED: deleteEquipment,
  EQUIPMENT_MAINTENANCE_LOGGED: logMaintenance,
  PHOTO_ANNOUNCED: announcePhoto,
  PHOTO_STORED: storePhoto,
  PHOTO_LOST: losePhoto,
  CONFLICT_RESOLVED: withConfirmation(resolveConflict),
  CONFLICT_UNDONE: withConfirmation(undoConflict),
  CONFLICT_REOPENED: withConfirmation(reopenConflict),
  DEVICE_REGISTERED: registerDevice,
  DEVICE_REVOKED: revokeDevice,
  DEVICE_RETIRED: retireDevice,
  DEVICE_WIPED: wipeDevice,
  DEVICE_RECOVERED: recordRecovery,
  DEVICE_LOOKED_AT: lookAtDevice,
  ENTRY_TAKEN_OVER: note,
  ENTRY_LEFT_OUT: note,
  RECOVERED_TAKEN_OVER: note,
  RECOVERED_LEFT_OUT: note,
  ALERT_ACKNOWLEDGED: acknowledgeAlert,
  ALERTS_REVIEWED: reviewAlerts,
  WELL_CREATED: createWell,
  WELL_UPDATED: updateWell,
  WELL_DELETED: deleteWell,
  USER_CREATED: createUser,
  USER_UPDATED: updateUser,
  USER_PASSWORD_SET: setUserPassword,
  USER_DELETED: deleteUser,
  TENANT_CREATED: createTenant,
  TENANT_SETTINGS_UPDATED: updateSettings,
  LINEAGE_BEGUN: beginLineage,
  LINEAGE_CLOSED: closeLineage,
};

/**
 * Decides about one event and, if it is accepted, changes the workset. A refusal changes nothing.
 *
 * @example
 * const decision = applyEvent(workset, event, present(user.id, user.role));
 * if (!decision.ok) throw new ProblemError(decision.code);
 */
export function applyEvent(workset: Workset, event: DomainEvent, actor: Actor): Decision {
  const rule = RULES[event.eventType] as Rule<EventType>;
  return rule(workset, event, actor);
}
