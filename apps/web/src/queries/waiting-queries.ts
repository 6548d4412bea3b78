/** Entries of devices that were not taken and wait for a person. */
import { endpoints, type WaitingEntry } from '@wellpulse/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../lib/api.ts';
import { keys } from './query-keys.ts';

const ASKED_AGAIN_MS = 60_000;

/** Of all people for managers; an operator's own. */
export function useWaitingEntries(enabled: boolean) {
  return useQuery({
    queryKey: keys.devices.waiting,
    queryFn: ({ signal }) => request(endpoints.sync.waiting, { signal }),
    select: ({ items }: { items: WaitingEntry[] }) => items,
    refetchInterval: ASKED_AGAIN_MS,
    enabled,
  });
}

export function useEnterWaiting() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ eventId, version }: WaitingEntry) =>
      request(endpoints.sync.enterWaiting, { params: { eventId }, body: { version } }),
    // Also after a refusal: what stands has changed then.
    onSettled: refresh,
  });
}

export function useLeaveWaiting() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ eventId }: WaitingEntry) => request(endpoints.sync.leaveWaiting, { params: { eventId } }),
    onSettled: refresh,
  });
}

/** An entry may be of anything. */
function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries();
}
