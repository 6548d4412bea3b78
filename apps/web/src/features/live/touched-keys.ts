/** Which cached answers a change on the server makes out of date. */
import type { Entity, LiveChange } from '@wellpulse/contracts';
import { keys } from '../../queries/query-keys.ts';

type Key = readonly unknown[];

export function touchedKeys({ entities, wellIds }: Pick<LiveChange, 'entities' | 'wellIds'>): Key[] {
  const touched = new Map<string, Key>();
  for (const key of [
    keys.audit.all,
    keys.dashboard.all,
    ...entities.flatMap((entity) => byEntity[entity](wellIds)),
  ]) {
    touched.set(JSON.stringify(key), key);
  }
  return [...touched.values()];
}

/** Without names, any well may have changed. */
const productionOf = (wellIds: readonly string[]): Key[] =>
  wellIds.length === 0 ? [keys.production.all] : wellIds.map((wellId) => keys.production.ofWell(wellId));

const detailsOf = (wellIds: readonly string[]): Key[] =>
  wellIds.length === 0 ? [keys.wells.all] : wellIds.map((wellId) => keys.wells.detail(wellId));

/** An item is shown with its photos and what is due; a log or a photo changes both. */
const ofEquipment: readonly Key[] = [keys.equipment.all, keys.maintenance.all, keys.photos.all];

/** Whatever a device may send: it was heard of then, and may have met another change. */
const ofSync: readonly Key[] = [keys.conflicts.all, keys.devices.all];

const byEntity: Record<Entity, (wellIds: readonly string[]) => Key[]> = {
  // The list of wells shows the day of the newest record and the open alerts.
  PRODUCTION: (wellIds) => [
    ...productionOf(wellIds),
    keys.daySheet.all,
    keys.wells.lists,
    keys.alerts.all,
    ...ofSync,
  ],
  ALERT: () => [keys.alerts.all, keys.wells.lists],
  WELL: (wellIds) => [
    ...detailsOf(wellIds),
    keys.wells.lists,
    keys.wells.routes,
    keys.daySheet.all,
    keys.alerts.all,
    // They name the well.
    keys.equipment.all,
    keys.maintenance.all,
  ],
  EQUIPMENT: () => [...ofEquipment, ...ofSync],
  MAINTENANCE: () => [...ofEquipment, ...ofSync],
  PHOTO: () => [...ofEquipment, keys.devices.all],
  // Settling a conflict changes what it is about, whatever that is.
  CONFLICT: (wellIds) => [...productionOf(wellIds), keys.daySheet.all, ...ofEquipment, ...ofSync],
  DEVICE: () => [keys.devices.all, keys.deviceSummary],
  USER: () => [keys.users.all, keys.colleagues, keys.session],
  SETTINGS: () => [
    keys.settings,
    keys.session,
    keys.daySheet.all,
    keys.alerts.all,
    // The day and the service intervals decide what is due.
    keys.equipment.all,
    keys.maintenance.all,
  ],
};

/** Several changes as one, so that a burst of them asks for each answer once. */
export function mergeChanges(changes: readonly LiveChange[]): Pick<LiveChange, 'entities' | 'wellIds'> {
  const named = changes.every(({ wellIds }) => wellIds.length > 0);
  return {
    entities: [...new Set(changes.flatMap(({ entities }) => entities))],
    wellIds: named ? [...new Set(changes.flatMap(({ wellIds }) => wellIds))] : [],
  };
}
