/** What screens read of the phone's data. All of it is read again when something changed. */
import { QueryClient, useQuery } from '@tanstack/react-query';
import type { DeviceStatus, OfflineClient } from '@wellpulse/offline';
import { usePhone } from './phone-context.tsx';

export const reads = new QueryClient({
  // The disk answers at once or not at all.
  defaultOptions: { queries: { networkMode: 'always', staleTime: Infinity, retry: false } },
});

const STATUS = ['status'] as const;

/** Reads everything again that is on the screen. */
export const readAgain = (): Promise<void> => reads.invalidateQueries();

/** Forgets what no screen shows any more: what one person read is not the next one's. */
export const forgetReads = (): void => {
  reads.removeQueries({ type: 'inactive' });
};

/** Follows the data of a client: each status that it tells may have changed rows. The function returned ends that. */
export const followClient = ({ status }: OfflineClient): (() => void) =>
  status.subscribe((current) => {
    reads.setQueryData(STATUS, current);
    void reads.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== STATUS[0] });
  });

/** What waits, and whether the office hears this phone; undefined until it is counted. */
export function useStatus(): DeviceStatus | undefined {
  const { client } = usePhone();
  return useQuery({ queryKey: STATUS, queryFn: () => client.status.current() }).data;
}

/**
 * What the phone's data says, as long as a screen shows it; undefined until it is read. `key` names what is asked.
 *
 * @example
 * const well = useRead(['well', wellId], ({ records }) => records.well(wellId));
 */
export function useRead<Value>(
  key: readonly [string, ...unknown[]],
  read: (client: OfflineClient) => Promise<Value>,
): Value | undefined {
  const { client } = usePhone();
  return useQuery({ queryKey: key, queryFn: () => read(client) }).data;
}
