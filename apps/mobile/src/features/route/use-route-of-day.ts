import type { DaySheetRow } from '@wellpulse/contracts';
import { nearestFirst, positionOf, type Position } from '@wellpulse/domain';
import type { OfflineClient, Seen } from '@wellpulse/offline';
import { useMemo } from 'react';
import { usePlaceOfOrder } from '../../lib/position.tsx';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';

/** A well of the route with its reading of a day. */
export type RouteStop = Seen<DaySheetRow> & {
  /** Whether the well is one of the person's own. */
  readonly isMine: boolean;
  readonly apiNumber: string;
  /** Null where nobody has measured it. */
  readonly position: Position | null;
};

/**
 * All wells that take a reading of a day: in route order, or the nearest first where the phone knows where it is. Undefined until they are
 * read.
 */
export function useRouteOfDay(day: string): readonly RouteStop[] | undefined {
  const { person } = useSession();
  const here = usePlaceOfOrder();
  const route = useRead(['route', day, person.id], (client) => routeOfDay(client, day, person.id));
  return useMemo(
    () => (route === undefined || here === null ? route : nearestFirst(route, here)),
    [route, here],
  );
}

async function routeOfDay(
  { records }: OfflineClient,
  day: string,
  personId: string,
): Promise<readonly RouteStop[]> {
  const wells = new Map<string, Pick<RouteStop, 'isMine' | 'apiNumber' | 'position'>>();
  for await (const well of records.wells()) {
    const isMine = well.operatorIds.includes(personId);
    wells.set(well.id, { isMine, apiNumber: well.apiNumber, position: positionOf(well) });
  }
  const stops = await records.daySheet(day).all();
  return stops.flatMap((stop) => {
    const well = wells.get(stop.wellId);
    return well === undefined ? [] : [{ ...stop, ...well }];
  });
}
