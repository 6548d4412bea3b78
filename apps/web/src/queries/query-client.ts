import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, isSignedOut } from '../lib/api.ts';

const MAX_RETRIES = 2;

/** `onSignedOut` is told when any answer says that the session is over. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      // The live stream says what is out of date; without it, answers are asked for again after a minute.
      queries: {
        staleTime: 60_000,
        retry: (failures, error) => isPassing(error) && failures < MAX_RETRIES,
        // The server may be on this very machine, network or not.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
