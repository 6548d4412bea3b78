import { wayOfDay } from '@wellpulse/domain';
import { useToday } from '../../lib/use-today.ts';
import { useRouteOfDay, type RouteStop } from './use-route-of-day.ts';

/** The well of today's own route to drive to after this one; null where nothing is left. */
export function useNextStop(wellId: string): RouteStop | null {
  const route = useRouteOfDay(useToday()) ?? [];
  return wayOfDay(route.filter((stop) => stop.isMine && stop.wellId !== wellId)).next;
}
