import { wellSchema, type Well } from '@wellpulse/contracts';
import { findWells } from '@wellpulse/offline';
import { MOST_DAYS, MOST_WELLS_FOUND, type KnownWell } from '../../shared/bridge/wells.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

type Names = 'wells.search' | 'wells.get' | 'wells.daysHeld' | 'wells.series';

/** Wells to look up. */
export function wellHandlers({ client }: Pick<Laptop, 'client'>): Handlers<Names> {
  return {
    'wells.search': async ({ text }) => {
      const person = await client.sessions.current();
      const found = await findWells(client.records, text, MOST_WELLS_FOUND);
      return found.map((well) => known(well, person?.id));
    },
    'wells.get': async ({ wellId }) => {
      const row = await client.records.well(wellId);
      return row === undefined ? null : known(wellSchema.parse(row), (await client.sessions.current())?.id);
    },
    'wells.daysHeld': ({ wellId, until }) => client.records.daysHeld(wellId, { until, most: MOST_DAYS }),
    'wells.series': ({ wellId, ...range }) => client.servedSeries(wellId, range),
  };
}

const known = (well: Well, personId: string | undefined): KnownWell => ({
  ...well,
  isMine: personId !== undefined && well.operatorIds.includes(personId),
});
