/** Equipment: what the server says about it, and the requests that change it. */
import {
  endpoints,
  equipmentSchema,
  type Equipment,
  type EndpointRequest,
  type EquipmentItem,
  type EquipmentUpdate,
} from '@wellpulse/contracts';
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { EquipmentValues } from '@wellpulse/forms';
import { problemOf, request } from '../lib/api.ts';
import { pageThrough } from './page-through.ts';
import { keys } from './query-keys.ts';
import { usePages } from './use-pages.ts';

type ListQuery = EndpointRequest<typeof endpoints.equipment.list>['query'];
/** What narrows and orders the list; the rest of its query is paging. */
export type EquipmentFilters = Omit<ListQuery, 'cursor' | 'limit'>;

const PAGE_SIZE = '100';
const PALETTE_SIZE = '6';

export function useEquipment(filters: EquipmentFilters) {
  return usePages(keys.equipment.list(filters), PAGE_SIZE, (page, signal) =>
    request(endpoints.equipment.list, { query: { ...filters, ...page }, signal }),
  );
}

/** The first few, such as those of a well. */
export function useSomeEquipment(filters: EquipmentFilters, limit: string, enabled = true) {
  const query: ListQuery = { ...filters, limit };
  return useQuery({
    queryKey: keys.equipment.list(query),
    queryFn: ({ signal }) => request(endpoints.equipment.list, { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** A few items that match a text, for the search over everything. */
export const useEquipmentSearch = (search: string, enabled: boolean) =>
  useSomeEquipment({ search }, PALETTE_SIZE, enabled);

/** All items that match, for an export. */
export const loadAllEquipment = (filters: EquipmentFilters) =>
  pageThrough((page) => request(endpoints.equipment.list, { query: { ...filters, ...page } }));

export const itemQuery = (equipmentId: string) =>
  queryOptions({
    queryKey: keys.equipment.detail(equipmentId),
    queryFn: ({ signal }) => request(endpoints.equipment.get, { params: { equipmentId }, signal }),
  });

export const useItem = (equipmentId: string) => useQuery(itemQuery(equipmentId));

export function useItemHistory(equipmentId: string) {
  return useQuery({
    queryKey: keys.equipment.history(equipmentId),
    queryFn: ({ signal }) => request(endpoints.equipment.history, { params: { equipmentId }, signal }),
    select: ({ items }) => items,
  });
}

export function useCreateItem() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ wellId, ...body }: EquipmentValues) =>
      request(endpoints.equipment.create, { params: { wellId }, body }),
    onSuccess: (item) => {
      storeItem(queryClient, item);
    },
  });
}

export function useUpdateItem(equipmentId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EquipmentUpdate) =>
      request(endpoints.equipment.update, { params: { equipmentId }, body }),
    onSuccess: (item) => {
      storeItem(queryClient, item);
    },
  });
}

export function useDeleteItem(equipmentId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => request(endpoints.equipment.remove, { params: { equipmentId } }),
    onSuccess: () => {
      for (const queryKey of [keys.equipment.lists, keys.maintenance.all, keys.dashboard.all]) {
        void queryClient.invalidateQueries({ queryKey });
      }
    },
  });
}

/** Shows what the server answered at once, and asks again for all that it stands in. */
function storeItem(queryClient: QueryClient, item: EquipmentItem): void {
  queryClient.setQueryData(keys.equipment.detail(item.id), item);
  refreshEquipment(queryClient);
}

/** The live stream says the same a moment later; a person who has just saved should not have to wait for it. */
export function refreshEquipment(queryClient: QueryClient): void {
  const touched = [keys.equipment.all, keys.maintenance.all, keys.photos.all, keys.dashboard.all];
  for (const queryKey of touched) void queryClient.invalidateQueries({ queryKey });
}

/** The item as somebody else has saved it meanwhile; null if the error is another one. */
export function newerItemOf(error: unknown): Equipment | null {
  const problem = problemOf(error);
  if (problem?.code !== 'VERSION_CONFLICT') return null;
  return equipmentSchema.safeParse(problem.current).data ?? null;
}
