'use client';

import type { ImportMapping, ImportResult } from '@wellpulse/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { randomUuid } from '../../lib/random-uuid.ts';
import { runImport } from './run-import.ts';

/** An import that is under way. */
export interface ImportRun {
  readonly importId: string;
  readonly dryRun: boolean;
  readonly sent: number;
  readonly total: number;
}

export interface ImportControl {
  readonly start: (mapping: ImportMapping, dryRun: boolean) => void;
  readonly cancel: () => void;
  readonly run: ImportRun | null;
  readonly result: ImportResult | null;
  /** Why the last one failed; null also for one that was cancelled. */
  readonly error: Error | null;
}

class Cancelled extends Error {}

export function useImport(file: File): ImportControl {
  const queryClient = useQueryClient();
  const [run, setRun] = useState<ImportRun | null>(null);
  const [controller, setController] = useState<AbortController | null>(null);
  const { mutate, data, error } = useMutation({
    mutationFn: runImport,
    onSettled: () => {
      setRun(null);
      setController(null);
    },
    onSuccess: ({ dryRun }) => {
      if (!dryRun) void queryClient.invalidateQueries();
    },
  });
  return {
    run,
    result: data ?? null,
    error: error instanceof Cancelled ? null : error,
    start: (mapping, dryRun) => {
      const importId = randomUuid();
      const abort = new AbortController();
      setController(abort);
      setRun({ importId, dryRun, sent: 0, total: file.size });
      mutate({
        file,
        mapping,
        dryRun,
        importId,
        signal: abort.signal,
        onUploaded: (sent, total) => {
          setRun({ importId, dryRun, sent, total });
        },
      });
    },
    cancel: () => controller?.abort(new Cancelled()),
  };
}
