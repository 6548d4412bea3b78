'use client';

import type { ExportContent } from '@wellpulse/offline/export-file';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { openFile } from './open-file.ts';
import { sendEvents, type EventResults } from './send-events.ts';
import { sendPhotos, type PhotoResult } from './send-photos.ts';

/** From a file and its passphrase to what became of each entry in it. */
export function useFileImport() {
  const { tenant } = useSession();
  const queryClient = useQueryClient();
  const [results, setResults] = useState<EventResults>(new Map());
  const [photoResults, setPhotoResults] = useState<readonly PhotoResult[]>([]);
  const [controller] = useState(() => new AbortController());
  const opening = useMutation({
    mutationFn: ({ file, passphrase }: { file: File; passphrase: string }) =>
      openFile(file, passphrase, tenant.id),
  });
  const sending = useMutation({
    mutationFn: async (content: ExportContent) => {
      const { signal } = controller;
      const settled = await sendEvents({
        events: content.manifest.events,
        signal,
        onSent: setResults,
      });
      await sendPhotos(content, settled, signal, setPhotoResults);
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  return {
    opening,
    sending,
    results,
    photoResults,
    stop: () => {
      controller.abort(new Error('Cancelled'));
    },
  };
}
