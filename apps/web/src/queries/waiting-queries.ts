/** What waits for a person: entries of devices that were not taken, and records that the server lost and a device had. */
import {
  endpoints,
  MAX_RECOVERED,
  type RecoveredLine,
  type TakenOver,
  type WaitingEntry,
} from '@wellpulse/contracts';
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

/** As many as a list can show. */
const SHOWN = '100';

/** For managers: the first of the records that the server lost when it was put back. */
export function useRecovered(enabled: boolean) {
  return useQuery({
    queryKey: keys.devices.recovered,
    queryFn: ({ signal }) => request(endpoints.sync.recovered, { query: { limit: SHOWN }, signal }),
    refetchInterval: ASKED_AGAIN_MS,
    enabled,
  });
}

const named = ({ entity, id, stateId, version }: RecoveredLine) => ({ entity, id, stateId, version });

export function useTakeOver() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (line: RecoveredLine) =>
      request(endpoints.sync.takeOver, { body: { records: [named(line)] } }),
    // Also after a refusal: what stands has changed then.
    onSettled: refresh,
  });
}

export function useLeaveOut() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ entity, id, stateId }: RecoveredLine) =>
      request(endpoints.sync.leaveOut, { body: { records: [{ entity, id, stateId }] } }),
    onSettled: refresh,
  });
}

/** What "all" means: of several states of a record, the earlier ones wait for a click of their own. */
export const isOfAll = ({ mayTakeOver, isNewest }: RecoveredLine): boolean => mayTakeOver && isNewest;

/** Page after page, as each is read. What is refused is passed over. */
export function useTakeOverAll() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async () => {
      const all: TakenOver = { taken: 0, refused: [] };
      for (let cursor: string | null = ''; cursor !== null;) {
        const query = { limit: String(MAX_RECOVERED), ...(cursor === '' ? {} : { cursor }) };
        const page: { items: RecoveredLine[]; nextCursor: string | null } = await request(
          endpoints.sync.recovered,
          { query },
        );
        const records = page.items.filter(isOfAll).map(named);
        if (records.length > 0) {
          const { taken, refused } = await request(endpoints.sync.takeOver, { body: { records } });
          all.taken += taken;
          all.refused.push(...refused);
        }
        cursor = page.nextCursor;
      }
      return all;
    },
    onSettled: refresh,
  });
}

/** An entry or a record may be of anything. */
function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries();
}
