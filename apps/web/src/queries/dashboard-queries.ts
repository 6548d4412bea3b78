/** Home: of all wells, of one route, or of the person's own wells. */
import { endpoints } from '@wellpulse/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../lib/api.ts';
import { keys } from './query-keys.ts';

/** Which wells are looked at; as the lists of the API take it. Empty for all of them. */
export interface HomePlace {
  readonly route?: string;
  readonly mine?: 'true';
}

/** `place`: null as long as nobody knows which wells are asked for. Nothing is loaded then. */
export function useDashboard(date: string, place: HomePlace | null) {
  return useQuery({
    queryKey: keys.dashboard.home(date, { ...place }),
    queryFn: ({ signal }) => request(endpoints.dashboard.home, { query: { date, ...place }, signal }),
    placeholderData: keepPreviousData,
    enabled: place !== null,
  });
}

export function useMapPlaces(date: string, place: HomePlace | null) {
  return useQuery({
    queryKey: keys.dashboard.map(date, { ...place }),
    queryFn: ({ signal }) => request(endpoints.dashboard.map, { query: { date, ...place }, signal }),
    placeholderData: keepPreviousData,
    enabled: place !== null,
  });
}

const ACTIVITY_SHOWN = '40';

export function useActivity(place: HomePlace | null) {
  return useQuery({
    queryKey: keys.dashboard.activity({ ...place }),
    queryFn: ({ signal }) =>
      request(endpoints.dashboard.activity, { query: { limit: ACTIVITY_SHOWN, ...place }, signal }),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
    enabled: place !== null,
  });
}
