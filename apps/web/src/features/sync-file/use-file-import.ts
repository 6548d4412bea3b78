'use client';

import type { ExportContent } from '@wellpulse/offline/export-file';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { openFile } from './open-file.ts';
import { sendEvents, type Fates } from './send-events.ts';
import { sendPhotos, type PhotoFate } from './send-photos.ts';

/** From a file and its passphrase to what became of each entry in it. */
export function useFileImport() {
  const { tenant } = useSession();
  const queryClient = useQueryClient();
  const [fates, setFates] = useState<Fates>(new Map());
  const [photoFates, setPhotoFates] = useState<readonly PhotoFate[]>([]);
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
        onSent: setFates,
      });
      await sendPhotos(content, settled, signal, setPhotoFates);
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  return {
    opening,
    sending,
    fates,
    photoFates,
    stop: () => {
      controller.abort(new Error('Cancelled'));
    },
  };
}
