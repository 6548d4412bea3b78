/** A well's production and the sheet of a day: what the server says, and the requests that change it. */
import {
  endpoints,
  type DaySheet,
  type EndpointRequest,
  type ProductionEntryInput,
  type ProductionRecord,
} from '@wellpulse/contracts';
import { addDays, LAST_MEASURED_WITHIN_DAYS, lastMeasured, type DayRange } from '@wellpulse/domain';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { problemOf, request } from '../lib/api.ts';
import { keys } from './query-keys.ts';
import { usePages } from './use-pages.ts';

type ListQuery = EndpointRequest<typeof endpoints.production.list>['query'];
export type ProductionFilters = Omit<ListQuery, 'cursor' | 'limit' | 'format'>;

const PAGE_SIZE = '200';

export function useProduction(wellId: string, filters: ProductionFilters) {
  return usePages(keys.production.list(wellId, filters), PAGE_SIZE, (page, signal) =>
    request(endpoints.production.list, { params: { wellId }, query: { ...filters, ...page }, signal }),
  );
}

export function useSeries(wellId: string, range: DayRange) {
  return useQuery({
    queryKey: keys.production.series(wellId, { ...range }),
    queryFn: ({ signal }) =>
      request(endpoints.production.series, { params: { wellId }, query: range, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useSummary(wellId: string, range: DayRange) {
  return useQuery({
    queryKey: keys.production.summary(wellId, { ...range }),
    queryFn: ({ signal }) =>
      request(endpoints.production.summary, { params: { wellId }, query: range, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The record of a day; null if there is none. */
export function useRecordOfDay(wellId: string, date: string) {
  return useQuery({
    queryKey: keys.production.day(wellId, date),
    queryFn: ({ signal }) => recordOfDay(wellId, date, signal),
    enabled: date !== '',
  });
}

/** The volumes that were measured last before a day; null for none. */
export function useLastMeasured(wellId: string, date: string) {
  const range = date === '' ? {} : { from: addDays(date, -LAST_MEASURED_WITHIN_DAYS), to: addDays(date, -1) };
  const query = { ...range, limit: String(LAST_MEASURED_WITHIN_DAYS) };
  return useQuery({
    queryKey: keys.production.list(wellId, { ...query, last: true }),
    // Newest first.
    queryFn: ({ signal }) => request(endpoints.production.list, { params: { wellId }, query, signal }),
    select: ({ items }) => lastMeasured(items),
    enabled: date !== '',
  });
}

async function recordOfDay(
  wellId: string,
  date: string,
  signal: AbortSignal,
): Promise<ProductionRecord | null> {
  try {
    return await request(endpoints.production.get, { params: { wellId, date }, signal });
  } catch (error) {
    if (problemOf(error)?.code === 'PRODUCTION_NOT_FOUND') return null;
    throw error;
  }
}

export function useHistory(wellId: string, recordId: string) {
  return useQuery({
    queryKey: keys.production.history(wellId, recordId),
    queryFn: ({ signal }) =>
      request(endpoints.production.history, { params: { wellId, id: recordId }, signal }),
    select: ({ items }) => items,
  });
}

/** `route`: null for all of them. */
export const loadDaySheet = (date: string, route: string | null, signal?: AbortSignal) =>
  request(endpoints.production.daySheet, {
    query: { date, ...(route === null ? {} : { route }) },
    ...(signal === undefined ? {} : { signal }),
  });

export function useDaySheet(date: string, route: string | null) {
  return useQuery({
    queryKey: keys.daySheet.of(date, route),
    queryFn: ({ signal }) => loadDaySheet(date, route, signal),
    placeholderData: keepPreviousData,
  });
}

export function useCreateProduction() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ wellId, entry }: { wellId: string; entry: ProductionEntryInput }) =>
      request(endpoints.production.create, { params: { wellId }, body: entry }),
    onSuccess: (record) => {
      refreshProduction(queryClient, record.wellId, record);
    },
  });
}

export function useCreateProductionBulk() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ wellId, entries }: { wellId: string; entries: ProductionEntryInput[] }) =>
      request(endpoints.production.createBulk, { params: { wellId }, body: { entries } }),
    onSuccess: (_, { wellId }) => {
      refreshProduction(queryClient, wellId);
    },
  });
}

export type ProductionUpdateBody = EndpointRequest<typeof endpoints.production.update>['body'];

export function useUpdateProduction() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ wellId, id, body }: { wellId: string; id: string; body: ProductionUpdateBody }) =>
      request(endpoints.production.update, { params: { wellId, id }, body }),
    onSuccess: (record) => {
      refreshProduction(queryClient, record.wellId, record);
    },
  });
}

export function useDeleteProduction(wellId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(endpoints.production.remove, { params: { wellId, id } }),
    onSuccess: () => {
      refreshProduction(queryClient, wellId);
    },
  });
}

/**
 * Shows what the server answered at once and asks again for all that depends on it. The live stream says the same a
 * moment later; a person who has just saved should not have to wait for it, nor for the answers.
 */
function refreshProduction(
  queryClient: QueryClient,
  wellId: string,
  record: ProductionRecord | null = null,
): void {
  if (record !== null) showOnSheets(queryClient, record);
  const touched = [
    keys.production.ofWell(wellId),
    keys.daySheet.all,
    keys.wells.lists,
    keys.alerts.all,
    keys.dashboard.all,
  ];
  for (const queryKey of touched) void queryClient.invalidateQueries({ queryKey });
}

function showOnSheets(queryClient: QueryClient, record: ProductionRecord): void {
  queryClient.setQueriesData<DaySheet>({ queryKey: keys.daySheet.all }, (sheet) =>
    sheet?.date === record.productionDate
      ? {
          ...sheet,
          items: sheet.items.map((row) => (row.wellId === record.wellId ? { ...row, record } : row)),
        }
      : sheet,
  );
}
