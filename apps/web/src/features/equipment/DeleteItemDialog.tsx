'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { ConfirmDialog, toast } from '@wellpulse/ui';
import { useRouter } from 'next/navigation';
import { words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { useDeleteItem } from '../../queries/equipment-queries.ts';

export function DeleteItemDialog({ item, onClose }: { item: EquipmentItem; onClose: () => void }) {
  const router = useRouter();
  const { mutate, isPending, error } = useDeleteItem(item.id);
  const name = words.equipmentName(item);
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={`Delete ${name}?`}
      description="It disappears from every list, with its maintenance and photos. What was ever recorded stays in the audit."
      confirmLabel="Delete item"
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(error) })}
      onConfirm={() => {
        mutate(undefined, {
          onSuccess: () => {
            toast.success(`${name} deleted`);
            router.push('/equipment');
          },
        });
      }}
    />
  );
}
