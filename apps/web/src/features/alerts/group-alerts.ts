import { PRODUCTS, type Alert } from '@wellpulse/contracts';

/** What happened to one well on one day: a well that stops raises an alert for each of its products. */
export interface AlertGroup {
  readonly id: string;
  readonly wellId: string;
  readonly wellName: string;
  readonly productionDate: string;
  readonly alerts: readonly Alert[];
}

/** The alerts by well and day, in the order in which each group first appears; within it oil, gas, water. */
export function groupAlerts(alerts: readonly Alert[]): AlertGroup[] {
  const groups = new Map<string, AlertGroup & { alerts: Alert[] }>();
  for (const alert of alerts) {
    const { wellId, wellName, productionDate } = alert;
    const id = `${wellId} ${productionDate}`;
    const group = groups.get(id) ?? { id, wellId, wellName, productionDate, alerts: [] };
    group.alerts.push(alert);
    groups.set(id, group);
  }
  return [...groups.values()].map((group) => ({ ...group, alerts: group.alerts.toSorted(byProduct) }));
}

const byProduct = (left: Alert, right: Alert) =>
  PRODUCTS.indexOf(left.product) - PRODUCTS.indexOf(right.product);
