'use client';

/**
 * Keeps what this tab shows up to date: one stream for the tab, and every cached answer that a change touches is asked
 * for again. A tab out of sight lets go of its stream after a while, because a browser opens only six connections
 * to one server; it catches up when it is seen again.
 */
import { endpoints, type ImportProgress, type LiveChange } from '@wellpulse/contracts';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { addressOf } from '../../lib/api.ts';
import { keys } from '../../lib/query-keys.ts';
import { LiveConnection, type LiveStatus } from './live-connection.ts';
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
/** Changes that come this close together are one refresh. */
const GATHERED_MS = 150;

export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [status, setStatus] = useState<LiveStatus>('CONNECTING');
  const [progress, setProgress] = useState<ImportProgress | null>(null);

  useEffect(() => {
    const gathered = gatherChanges(queryClient);
    const connection = new LiveConnection({
      open: () => new EventSource(addressOf(endpoints.live.stream, {})),
      onStatus: (next) => {
        setStatus(next);
        // A stream can't say why it ended; perhaps the session has.
        if (next === 'RECONNECTING') void queryClient.invalidateQueries({ queryKey: keys.session });
      },
      onChange: gathered.add,
      onImportProgress: setProgress,
      onGap: () => void queryClient.invalidateQueries(),
      random: Math.random,
    });
    connection.connect();
    const stopWatching = watchVisibility(connection);
    return () => {
      stopWatching();
      gathered.stop();
      connection.disconnect();
    };
  }, [queryClient]);

  return (
    <StatusContext value={status}>
      <ImportProgressContext value={progress}>{children}</ImportProgressContext>
    </StatusContext>
  );
}

function gatherChanges(queryClient: QueryClient) {
  let waiting: LiveChange[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    const touched = touchedKeys(mergeChanges(waiting));
    waiting = [];
    timer = undefined;
    for (const queryKey of touched) void queryClient.invalidateQueries({ queryKey });
  };
  return {
    add: (change: LiveChange) => {
      waiting.push(change);
      timer ??= setTimeout(refresh, GATHERED_MS);
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}

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
