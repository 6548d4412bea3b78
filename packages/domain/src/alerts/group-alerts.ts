/** Alerts as people see them: what happened to a well on a day. */
import { groupBy, PRODUCTS, type Alert } from '@wellpulse/contracts';

/** What happened to one well on one day: a well that stops raises an alert for each of its products. */
export interface AlertGroup {
  readonly id: string;
  readonly wellId: string;
  readonly wellName: string;
  readonly productionDate: string;
  readonly alerts: readonly Alert[];
}

/**
 * The alerts by well and day, in the order in which each group first appears; within it oil, gas, water.
 *
 * @example
 * for (const { wellName, alerts } of groupAlerts(open)) list.add(wellName, alerts);
 */
export const groupAlerts = (alerts: readonly Alert[]): AlertGroup[] =>
  [...groupBy(alerts, ({ wellId, productionDate }) => `${wellId} ${productionDate}`)].flatMap(
    ([id, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const { wellId, wellName, productionDate } = first;
      return [{ id, wellId, wellName, productionDate, alerts: [...group].sort(byProduct) }];
    },
  );

const byProduct = (left: Alert, right: Alert): number =>
  PRODUCTS.indexOf(left.product) - PRODUCTS.indexOf(right.product);
