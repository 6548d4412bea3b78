/** Alerts as marks on a chart: a triangle at the point, its tip in the direction of the change, with the change. */
import type { Alert, Product } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import type { DailyVolumes } from '@wellpulse/forms';

export type VarianceMark = Pick<Alert, 'productionDate' | 'product' | 'kind' | 'changePercent' | 'status'>;

export interface PlacedMark {
  /** Row of the day in the chart's data. */
  index: number;
  product: Product;
  direction: 'up' | 'down';
  label: string;
  /** Nobody has looked at it yet: drawn filled, else as an outline. */
  open: boolean;
}

/** The marks that fall on the chart's days, in the order of days. Cleared alerts are history and not drawn. */
export function placeMarks(words: Words, marks: readonly VarianceMark[], daily: DailyVolumes): PlacedMark[] {
  const rowOf = new Map(daily.dates.map((day, row) => [day, row]));
  return marks
    .flatMap((mark): PlacedMark[] => {
      const index = rowOf.get(mark.productionDate);
      if (index === undefined || mark.status === 'CLEARED') return [];
      const down = mark.kind === 'STOPPED' || (mark.kind === 'CHANGED' && (mark.changePercent ?? 0) < 0);
      return [
        {
          index,
          product: mark.product,
          direction: down ? 'down' : 'up',
          label: words.formatAlertChange(mark),
          open: mark.status === 'OPEN',
        },
      ];
    })
    .sort((left, right) => left.index - right.index);
}
