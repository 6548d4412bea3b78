/** What pages read from main. All of it is read again when something changed. */
import { QueryClient, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Input, MethodName, Output } from '../../shared/bridge/contract.ts';
import { call } from './bridge.ts';

export const queryClient = new QueryClient({
  // Main answers at once or not at all; what changed it tells.
  defaultOptions: { queries: { networkMode: 'always', staleTime: Infinity, retry: false } },
});

/** Reads everything again that is on the screen. */
export const readAgain = (): Promise<void> => queryClient.invalidateQueries();

/**
 * What a method of main gives now, for what a key or a button does with it.
 *
 * @example
 * const wells = await readNow('wells.search', { text });
 */
export const readNow = <Name extends MethodName>(name: Name, input: Input<Name>): Promise<Output<Name>> =>
  queryClient.query({ queryKey: [name, input], queryFn: () => call(name, input) });

/** What a method of main gives, as long as the page shows it. Null asks nothing. */
export const useMain = <Name extends MethodName>(
  name: Name,
  input: Input<Name> | null,
): UseQueryResult<Output<Name>> =>
  useQuery({
    queryKey: [name, input],
    queryFn: input === null ? skipToken : () => call(name, input),
  });
