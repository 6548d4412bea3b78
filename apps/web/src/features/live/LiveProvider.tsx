'use client';

/**
 * Keeps what this tab shows up to date: one stream for the tab, and every cached answer that a change touches is asked for
 * again. A tab out of sight lets go of its stream after a while. A browser opens only six connections to one server: it
 * catches up when it is seen again.
 */
import { endpoints, type ImportProgress, type LiveChange } from '@wellpulse/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { addressOf } from '../../lib/api.ts';
import { keys } from '../../queries/query-keys.ts';
import { LiveConnection, type LiveStatus } from './live-connection.ts';
import { RefreshInTurn } from './refresh-in-turn.ts';
import { mergeChanges, touchedKeys } from './touched-keys.ts';

const StatusContext = createContext<LiveStatus>('CONNECTING');
const ImportProgressContext = createContext<ImportProgress | null>(null);

export const useLiveStatus = (): LiveStatus => use(StatusContext);

/** How far the import is; null until the server says so. */
export function useImportProgress(importId: string | null): ImportProgress | null {
  const progress = use(ImportProgressContext);
  return progress !== null && progress.importId === importId ? progress : null;
}

const HIDDEN_FOR_MS = 60_000;
const GATHERED_MS = 150;
/** A slow answer of one list holds up no other for longer. */
const PATIENCE_MS = 5_000;

export interface LiveProviderProps {
  /** The newest event of the log when the page was loaded. */
  readonly loadedAt: number;
  readonly children: ReactNode;
}

export function LiveProvider({ loadedAt, children }: LiveProviderProps) {
  const queryClient = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>('CONNECTING');
  // The page keeps the number that it was loaded with.
  const [since] = useState(loadedAt);
  const [progress, setProgress] = useState<ImportProgress | null>(null);

  useEffect(() => {
    const refreshes = new RefreshInTurn<LiveChange>({
      refresh: (changes) => refreshTouched(queryClient, changes),
      gatheredMs: GATHERED_MS,
      patienceMs: PATIENCE_MS,
    });
    const connection = new LiveConnection({
      // The answers that the page begins with are asked for before the stream is open: the server says if they are old by then.
      open: (isFirst) =>
        new EventSource(addressOf(endpoints.live.stream, isFirst ? { query: { since } } : {})),
      onStatus: (next) => {
        setStatus(next);
        // A stream can't say why it ended; perhaps the session has.
        if (next === 'RECONNECTING') void queryClient.invalidateQueries({ queryKey: keys.session });
      },
      onChange: (change) => {
        refreshes.add(change);
      },
      onImportProgress: setProgress,
      onGap: () => void queryClient.invalidateQueries(),
      random: Math.random,
    });
    connection.connect();
    const stopWatching = watchVisibility(connection);
    return () => {
      stopWatching();
      refreshes.stop();
      connection.disconnect();
    };
  }, [queryClient, since]);

  return (
    <StatusContext value={status}>
      <ImportProgressContext value={progress}>{children}</ImportProgressContext>
    </StatusContext>
  );
}

const refreshTouched = async (queryClient: QueryClient, changes: readonly LiveChange[]): Promise<void> => {
  const touched = touchedKeys(mergeChanges(changes));
  await Promise.all(touched.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
};

function watchVisibility(connection: LiveConnection): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onVisibility = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') {
      connection.connect();
    } else {
      timer = setTimeout(() => {
        connection.disconnect();
      }, HIDDEN_FOR_MS);
    }
  };
  const onOnline = () => {
    connection.connect();
  };
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', onOnline);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', onOnline);
  };
}
