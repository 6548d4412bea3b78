/**
 * Variance alerts follow the data: after every change of a day they say what the volumes of that day and its neighbours say.
 * The order of arrival does not matter. An acknowledgement is of the values that were seen; when those change, the alert is
 * open again. ADR 6 says why this happens after each event.
 */
import { PRODUCTS, VOLUME_FIELDS, type Product, type Volumes } from '@wellpulse/contracts';
import { v5 as uuidV5 } from 'uuid';
import { addDays } from '../calendar.ts';
import { assessVariance, measuredVolumes } from './variance.ts';
import { accepted, refused, type Decision } from '../state/decision.ts';
import { sameValue } from '../state/changes.ts';
import type { EventOf } from '../state/event.ts';
import { alertKey, notDeleted, productionKey, type AlertRow, type Workset } from '../state/workset.ts';

/** The alert of a well, day and product has the same id wherever it is worked out (ADR 5). */
export const alertId = (wellId: string, day: string, product: Product): string =>
  uuidV5(`${day}:${product}`, wellId);

/** Brings the alerts up to date that depend on this day: its own and the next day's. */
export function refreshAlerts(workset: Workset, wellId: string, day: string, at: string): void {
  const nextDay = addDays(day, 1);
  const before = volumesOf(workset, wellId, addDays(day, -1));
  const current = volumesOf(workset, wellId, day);
  const after = volumesOf(workset, wellId, nextDay);
  for (const product of PRODUCTS) {
    refreshAlert(workset, { wellId, day, product }, before, current, at);
    refreshAlert(workset, { wellId, day: nextDay, product }, current, after, at);
  }
}

interface AlertKey {
  readonly wellId: string;
  readonly day: string;
  readonly product: Product;
}

function refreshAlert(
  workset: Workset,
  { wellId, day, product }: AlertKey,
  previous: Volumes | null,
  current: Volumes | null,
  at: string,
): void {
  const previousValue = previous?.[VOLUME_FIELDS[product]] ?? null;
  const currentValue = current?.[VOLUME_FIELDS[product]] ?? null;
  const key = alertKey(wellId, day, product);
  const existing = workset.alerts.get(key);
  const variance = assessVariance(
    currentValue,
    previousValue,
    workset.tenantSettings.varianceThresholdPercent,
  );

  if (variance === null || currentValue === null || previousValue === null) {
    if (existing !== undefined && existing.status !== 'CLEARED') {
      workset.alerts.put(key, {
        ...existing,
        status: 'CLEARED',
        updatedAt: at,
        version: workset.nextVersion(existing.version),
      });
    }
    return;
  }
  const isSame =
    existing !== undefined &&
    existing.status !== 'CLEARED' &&
    existing.currentValue === currentValue &&
    existing.previousValue === previousValue;
  if (isSame) return;
  workset.alerts.put(key, {
    id: alertId(wellId, day, product),
    wellId,
    productionDate: day,
    product,
    ...variance,
    previousValue,
    currentValue,
    status: 'OPEN',
    acknowledgedBy: null,
    acknowledgedAt: null,
    comment: null,
    createdAt: existing?.createdAt ?? at,
    updatedAt: at,
    version: workset.nextVersion(existing?.version ?? 0),
  });
}

const volumesOf = (workset: Workset, wellId: string, day: string): Volumes | null =>
  measuredVolumes(notDeleted(workset.production.get(productionKey(wellId, day))));

export function acknowledgeAlert(workset: Workset, event: EventOf<'ALERT_ACKNOWLEDGED'>): Decision {
  const alert = workset.alerts.all().find(({ id }) => id === event.aggregateId);
  if (alert === undefined) return refused('ALERT_NOT_FOUND');
  if (alert.status === 'CLEARED') return refused('ALERT_CLEARED', { current: alert });
  if (alert.status === 'ACKNOWLEDGED') return accepted(alert.id, false);
  const acknowledged: AlertRow = {
    ...alert,
    status: 'ACKNOWLEDGED',
    acknowledgedBy: event.userId,
    acknowledgedAt: event.receivedAt,
    comment: event.payload.comment,
    updatedAt: event.receivedAt,
    version: workset.nextVersion(alert.version),
  };
  workset.alerts.put(alertKey(alert.wellId, alert.productionDate, alert.product), acknowledged);
  return accepted(alert.id);
}

/**
 * The alerts that are not as the rules of today say, as they should be: those that the rules would not raise are cleared (ADR 87).
 * `stored` are the alerts that stand, `said` what the rules of today make of the whole log. `at` is now.
 *
 * @example
 * const alerts = alertsToReview(stored, replayed.alerts.all(), now);
 */
export function alertsToReview(
  stored: readonly AlertRow[],
  said: readonly AlertRow[],
  at: string,
): AlertRow[] {
  const byId = new Map(said.map((alert) => [alert.id, alert]));
  const known = new Set(stored.map(({ id }) => id));
  const changed = stored.flatMap((alert): AlertRow[] => {
    const now = byId.get(alert.id);
    if (now !== undefined && sameValue(alert, now)) return [];
    const { createdAt, version } = alert;
    const status = now === undefined ? 'CLEARED' : now.status;
    return [{ ...(now ?? alert), status, createdAt, updatedAt: at, version: version + 1 }];
  });
  return [...changed, ...said.filter(({ id }) => !known.has(id))];
}

export function reviewAlerts(workset: Workset, event: EventOf<'ALERTS_REVIEWED'>): Decision {
  for (const alert of event.payload.alerts)
    workset.alerts.put(alertKey(alert.wellId, alert.productionDate, alert.product), alert);
  return accepted(event.aggregateId);
}
