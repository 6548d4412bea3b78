import { productionRecordSchema } from '@wellpulse/contracts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

/** Rows to show. */
export function recordHandlers({ client }: Laptop): Handlers<'records.route' | 'records.production'> {
  return {
    'records.route': async ({ day }) => {
      const person = await client.sessions.current();
      const mine = new Set<string>();
      for await (const well of client.records.wells()) {
        if (person !== undefined && well.operatorIds.includes(person.id)) mine.add(well.id);
      }
      const stops = await client.records.daySheet(day).all();
      return stops.map((stop) => ({ ...stop, isMine: mine.has(stop.wellId) }));
    },
    'records.production': async ({ wellId, ...range }) => {
      const rows = await client.records.production(wellId, range).all();
      return rows.map((row) => ({ ...productionRecordSchema.parse(row), isPending: row.isPending }));
    },
  };
}
