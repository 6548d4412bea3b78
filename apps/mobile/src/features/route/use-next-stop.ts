import { wayOfDay } from '@wellpulse/domain';
import { useObserved } from '@wellpulse/forms';
import { useSession } from '../../lib/session.tsx';
import { useToday } from '../../lib/use-today.ts';
import { useRouteOfDay, type RouteStop } from './use-route-of-day.ts';

/** The well of today's own route to drive to after this one; null where nothing is left. */
export function useNextStop(wellId: string): RouteStop | null {
  const date = useToday();
  const route = useRouteOfDay(date) ?? [];
  const { desk } = useSession();
  useObserved(desk, () => desk.revision, 0);
  const isLeft = (stop: RouteStop): boolean =>
    stop.isMine && stop.wellId !== wellId && !desk.hasSaved({ wellId: stop.wellId, date });
  return wayOfDay(route.filter(isLeft)).next;
}
