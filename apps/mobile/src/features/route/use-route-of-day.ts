import type { DaySheetRow } from '@wellpulse/contracts';
import type { OfflineClient, Seen } from '@wellpulse/offline';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';

/** A well of the route with its reading of a day. */
export type RouteStop = Seen<DaySheetRow> & {
  /** Whether the well is one of the person's own. */
  readonly isMine: boolean;
};

/** All wells that take a reading of a day, in route order; undefined until they are read. */
export function useRouteOfDay(day: string): readonly RouteStop[] | undefined {
  const { person } = useSession();
  return useRead(['route', day, person.id], (client) => routeOfDay(client, day, person.id));
}

async function routeOfDay(
  { records }: OfflineClient,
  day: string,
  personId: string,
): Promise<readonly RouteStop[]> {
  const mine = new Set<string>();
  for await (const well of records.wells()) if (well.operatorIds.includes(personId)) mine.add(well.id);
  const stops = await records.daySheet(day).all();
  return stops.map((stop) => ({ ...stop, isMine: mine.has(stop.wellId) }));
}
