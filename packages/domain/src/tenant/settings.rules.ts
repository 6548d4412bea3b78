import { changedFields, isStale } from '../state/changes.ts';
import { accepted, refused, type Decision } from '../state/decision.ts';
import type { EventOf } from '../state/event.ts';
import { SETTINGS_KEY, type Workset } from '../state/workset.ts';

export function createTenant(workset: Workset, event: EventOf<'TENANT_CREATED'>): Decision {
  workset.settings.put(SETTINGS_KEY, { ...event.payload, updatedAt: event.receivedAt, version: 1 });
  return accepted(event.aggregateId);
}

/** A new threshold counts from now on: alerts that were raised before keep the one they were judged by. */
export function updateSettings(workset: Workset, event: EventOf<'TENANT_SETTINGS_UPDATED'>): Decision {
  const settings = workset.tenantSettings;
  if (isStale(event, settings)) return refused('VERSION_CONFLICT', { current: settings });
  const changes = changedFields(settings, event.payload);
  if (Object.keys(changes).length === 0) return accepted(event.aggregateId, false);
  workset.settings.put(SETTINGS_KEY, {
    ...settings,
    ...changes,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(settings.version),
  });
  return accepted(event.aggregateId);
}
