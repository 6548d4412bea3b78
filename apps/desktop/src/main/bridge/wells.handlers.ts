import { wellSchema, type Well } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
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
    'wells.daysHeld': ({ wellId, until }) =>
      daysHeld((daysAgo) => client.records.holdsDay(wellId, addDays(until, -daysAgo))),
    'wells.series': ({ wellId, ...range }) => client.servedSeries(wellId, range),
  };
}

/** A laptop that holds a day holds all later ones. So halving finds the first one. */
async function daysHeld(holds: (daysAgo: number) => Promise<boolean>): Promise<number> {
  let [held, mayHold] = [0, MOST_DAYS];
  while (held < mayHold) {
    const middle = Math.ceil((held + mayHold) / 2);
    if (await holds(middle - 1)) held = middle;
    else mayHold = middle - 1;
  }
  return held;
}

const known = (well: Well, personId: string | undefined): KnownWell => ({
  ...well,
  isMine: personId !== undefined && well.operatorIds.includes(personId),
});
