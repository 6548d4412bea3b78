'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { storePhoto } from '../photos/store-photo.ts';
import { openFile, type OpenedFile } from './open-file.ts';
import { sendBatch } from './send-batch.ts';
import { sendFile, type SentFile } from './send-file.ts';

const CARRIER = { send: sendBatch, store: storePhoto, elapsed: () => performance.now() };

/** From a file and its passphrase to what became of each entry in it. */
export function useFileImport() {
  const { tenant } = useSession();
  const queryClient = useQueryClient();
  const [sent, setSent] = useState<SentFile | null>(null);
  const [controller] = useState(() => new AbortController());
  const opening = useMutation({
    mutationFn: ({ file, passphrase }: { file: File; passphrase: string }) =>
      openFile(file, passphrase, tenant.id),
  });
  const sending = useMutation({
    mutationFn: (file: OpenedFile) => sendFile(file, CARRIER, controller.signal, setSent),
    onSettled: () => queryClient.invalidateQueries(),
  });
  return {
    opening,
    sending,
    sent,
    stop: () => {
      controller.abort(new Error('Cancelled'));
    },
  };
}
