'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { ConfirmDialog, toast, useWords } from '@wellpulse/ui';
import { useRouter } from 'next/navigation';
import { problemSentence } from '../../lib/problem-words.ts';
import { useDeleteItem } from '../../queries/equipment-queries.ts';

export function DeleteItemDialog({ item, onClose }: { item: EquipmentItem; onClose: () => void }) {
  const words = useWords();
  const { equipmentTexts } = words;
  const router = useRouter();
  const { mutate, isPending, error } = useDeleteItem(item.id);
  const name = words.equipmentName(item);
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={equipmentTexts.deleteNamed(name)}
      description={equipmentTexts.deleteMeans}
      confirmLabel={equipmentTexts.deleteItem}
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        mutate(undefined, {
          onSuccess: () => {
            toast.success(equipmentTexts.deleted(name));
            router.push('/equipment');
          },
        });
      }}
    />
  );
}
