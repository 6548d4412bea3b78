import { endpoints } from '@wellpulse/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../../lib/api.ts';
import { keys } from '../../lib/query-keys.ts';

export function useDashboard(date: string) {
  return useQuery({
    queryKey: keys.dashboard.home(date),
    queryFn: ({ signal }) => request(endpoints.dashboard.home, { query: { date }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useMapWells(date: string) {
  return useQuery({
    queryKey: keys.dashboard.map(date),
    queryFn: ({ signal }) => request(endpoints.dashboard.map, { query: { date }, signal }),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });
}

const ACTIVITY_SHOWN = '40';

export function useActivity() {
  return useQuery({
    queryKey: keys.dashboard.activity,
    queryFn: ({ signal }) =>
      request(endpoints.dashboard.activity, { query: { limit: ACTIVITY_SHOWN }, signal }),
    select: ({ items }) => items,
  });
}
