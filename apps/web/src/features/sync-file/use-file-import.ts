'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { OpenFileForm, useObserved } from '@wellpulse/forms';
import { useState } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { storePhoto } from '../photos/store-photo.ts';
import { fileOpener, type OpenedFile } from './open-file.ts';
import { sendBatch } from './send-batch.ts';
import { sendFile, type SentFile } from './send-file.ts';

const CARRIER = { send: sendBatch, store: storePhoto, elapsed: () => performance.now() };

/** From a file and its passphrase to what became of each entry in it. */
export function useFileImport() {
  const { tenant } = useSession();
  const queryClient = useQueryClient();
  const [form] = useState(() => new OpenFileForm<File, OpenedFile>(fileOpener(tenant.id)));
  useObserved(form, () => form.revision, 0);
  const [file, setFile] = useState<OpenedFile | null>(null);
  const [sent, setSent] = useState<SentFile | null>(null);
  const [controller] = useState(() => new AbortController());
  const sending = useMutation({
    mutationFn: (opened: OpenedFile) => sendFile(opened, CARRIER, controller.signal, setSent),
    onSettled: () => queryClient.invalidateQueries(),
  });
  return {
    form,
    file,
    open: async () => {
      setFile(await form.submit());
    },
    sending,
    sent,
    stop: () => {
      controller.abort(new Error('Cancelled'));
    },
  };
}
