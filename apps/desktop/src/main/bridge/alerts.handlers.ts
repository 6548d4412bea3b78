import { alertRecordSchema, type Alert } from '@wellpulse/contracts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

/** What the office found remarkable. */
export function alertHandlers({ client }: Pick<Laptop, 'client'>): Handlers<'alerts.open'> {
  return {
    'alerts.open': async () => {
      const alerts: Alert[] = [];
      for await (const row of client.records.alerts()) {
        const well = await client.records.well(row.wellId);
        if (well !== undefined) alerts.push({ ...alertRecordSchema.parse(row), wellName: well.name });
      }
      return alerts.reverse();
    },
  };
}
