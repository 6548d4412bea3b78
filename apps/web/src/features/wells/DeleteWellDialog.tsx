'use client';

import type { Well } from '@wellpulse/contracts';
import { ConfirmDialog, toast } from '@wellpulse/ui';
import { useRouter } from 'next/navigation';
import { problemSentence } from '../../lib/problem-words.ts';
import { useDeleteWell } from '../../queries/well-queries.ts';

export function DeleteWellDialog({ well, onClose }: { well: Well; onClose: () => void }) {
  const router = useRouter();
  const { mutate, isPending, error } = useDeleteWell(well.id);
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={`Delete ${well.name}?`}
      description="It disappears from every list, with its production. What was ever recorded stays in the audit."
      confirmLabel="Delete well"
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(error) })}
      onConfirm={() => {
        mutate(undefined, {
          onSuccess: () => {
            toast.success(`${well.name} deleted`);
            router.push('/wells');
          },
        });
      }}
    />
  );
}
