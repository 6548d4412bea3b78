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
