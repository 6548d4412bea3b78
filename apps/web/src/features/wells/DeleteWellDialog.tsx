'use client';

import type { Well } from '@wellpulse/contracts';
import { ConfirmDialog, toast, useWords } from '@wellpulse/ui';
import { useRouter } from 'next/navigation';
import { problemSentence } from '../../lib/problem-words.ts';
import { useEntryDesk } from '../production/entry/entry-desk.tsx';
import { useDeleteWell } from '../../queries/well-queries.ts';

export function DeleteWellDialog({ well, onClose }: { well: Well; onClose: () => void }) {
  const words = useWords();
  const { wellTexts } = words;
  const router = useRouter();
  const desk = useEntryDesk();
  const { mutate, isPending, error } = useDeleteWell(well.id);
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={wellTexts.deleteNamed(well.name)}
      description={wellTexts.deleteMeans}
      confirmLabel={wellTexts.deleteWell}
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        mutate(undefined, {
          onSuccess: () => {
            desk.discardWell(well.id);
            toast.success(wellTexts.deleted(well.name));
            router.push('/wells');
          },
        });
      }}
    />
  );
}
