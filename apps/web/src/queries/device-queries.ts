/** Devices: how they are doing, what of theirs was refused, and taking one out of service. */
import { endpoints, type Device } from '@wellpulse/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../lib/api.ts';
import { keys } from './query-keys.ts';

/** A batch of which nothing was taken changes no record, so that the live stream says nothing of it. */
const ASKED_AGAIN_MS = 30_000;

const loadDevices = ({ signal }: { signal: AbortSignal }) => request(endpoints.devices.list, { signal });
const itemsOf = ({ items }: { items: Device[] }) => items;

export function useDevices() {
  return useQuery({
    queryKey: keys.devices.list,
    queryFn: loadDevices,
    select: itemsOf,
    refetchInterval: ASKED_AGAIN_MS,
  });
}

/** The name of a device by id; null for none, and for one that the person may not see. */
export function useDeviceNames(): (deviceId: string | null) => string | null {
  const { data = [] } = useDevices();
  const names = new Map(data.map(({ id, name }) => [id, name]));
  return (deviceId) => (deviceId === null ? null : (names.get(deviceId) ?? null));
}

/** For Home, which needs it less fresh. */
export function useDeviceSummary() {
  return useQuery({
    queryKey: keys.deviceSummary,
    queryFn: loadDevices,
    select: itemsOf,
    refetchInterval: 2 * ASKED_AGAIN_MS,
  });
}

const PAGE_SIZE = '50';

/** For managers. */
export function useRefusedEvents(deviceId: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: keys.devices.refused(deviceId),
    queryFn: ({ pageParam, signal }) =>
      request(endpoints.devices.refusedEvents, {
        query: { deviceId, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  });
}

/** When the server was last put back; null if it never was. For managers. */
export function useLineage(enabled: boolean) {
  return useQuery({
    queryKey: keys.devices.lineage,
    queryFn: ({ signal }) => request(endpoints.sync.lineage, { signal }),
    select: ({ lineage }) => lineage,
    refetchInterval: ASKED_AGAIN_MS,
    enabled,
  });
}

/** For managers: no device brings any more of what was lost. */
export function useCloseLineage() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => request(endpoints.sync.closeLineage, {}),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.devices.all }),
  });
}

type DeviceStep = (typeof endpoints.devices)['revoke' | 'retire' | 'lookedAt'];

function useDeviceStep(step: DeviceStep) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (deviceId: string) => request(step, { params: { deviceId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.devices.all }),
  });
}

export const useRevokeDevice = () => useDeviceStep(endpoints.devices.revoke);
export const useRetireDevice = () => useDeviceStep(endpoints.devices.retire);
/** For managers: somebody has looked at what the device told of a restore. */
export const useLookedAtDevice = () => useDeviceStep(endpoints.devices.lookedAt);
