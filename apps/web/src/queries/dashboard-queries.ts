/** Home: of one route, or with null of all. */
import { endpoints } from '@wellpulse/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../lib/api.ts';
import { keys } from './query-keys.ts';

const ofRoute = (route: string | null) => (route === null ? {} : { route });

export function useDashboard(date: string, route: string | null) {
  return useQuery({
    queryKey: keys.dashboard.home(date, route),
    queryFn: ({ signal }) =>
      request(endpoints.dashboard.home, { query: { date, ...ofRoute(route) }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useMapPlaces(date: string, route: string | null) {
  return useQuery({
    queryKey: keys.dashboard.map(date, route),
    queryFn: ({ signal }) => request(endpoints.dashboard.map, { query: { date, ...ofRoute(route) }, signal }),
    placeholderData: keepPreviousData,
  });
}

const ACTIVITY_SHOWN = '40';

export function useActivity(route: string | null) {
  return useQuery({
    queryKey: keys.dashboard.activity(route),
    queryFn: ({ signal }) =>
      request(endpoints.dashboard.activity, { query: { limit: ACTIVITY_SHOWN, ...ofRoute(route) }, signal }),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });
}
