'use client';

import { EQUIPMENT_STATUSES, type EquipmentItem, type EquipmentStatus } from '@wellpulse/contracts';
import {
  DropdownMenu,
  EQUIPMENT_STATUS_APPEARANCE,
  EquipmentStatusBadge,
  MenuItem,
  MenuLabel,
  toast,
  useWords,
} from '@wellpulse/ui';
import { ChevronDown } from 'lucide-react';
import { problemSentence } from '../../lib/problem-words.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { newerItemOf, useUpdateItem } from '../../queries/equipment-queries.ts';

/** The item's status, and a quick way to another one. */
export function StatusMenu({ item }: { item: EquipmentItem }) {
  const words = useWords();
  const { equipmentTexts } = words;
  const { may } = useSession();
  const { mutateAsync, isPending } = useUpdateItem(item.id);
  const change = async (status: EquipmentStatus) => {
    try {
      await setStatus(status);
      toast.success(`${words.equipmentName(item)}: ${words.equipmentStatusNames[status].toLowerCase()}`);
    } catch (error) {
      toast.error(equipmentTexts.statusNotChanged, { description: problemSentence(words, error) });
    }
  };
  /** A person who sets a status means it, even if other fields were changed meanwhile. */
  const setStatus = async (status: EquipmentStatus) => {
    try {
      await mutateAsync({ status, version: item.version });
    } catch (error) {
      const newer = newerItemOf(error);
      if (newer === null) throw error;
      await mutateAsync({ status, version: newer.version });
    }
  };
  if (!may('ENTER')) return <EquipmentStatusBadge status={item.status} />;
  return (
    <DropdownMenu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={equipmentTexts.statusButton(words.equipmentStatusNames[item.status])}
          aria-disabled={isPending || undefined}
          className="-mx-1 inline-flex min-h-7 items-center gap-1 rounded-md px-1 text-ink-muted hover:bg-hover pointer-coarse:min-h-11"
        >
          <EquipmentStatusBadge status={item.status} />
          <ChevronDown aria-hidden className="size-3.5" />
        </button>
      }
    >
      <MenuLabel>{equipmentTexts.changeStatusTo}</MenuLabel>
      {EQUIPMENT_STATUSES.filter((status) => status !== item.status).map((status) => {
        const { icon: Icon } = EQUIPMENT_STATUS_APPEARANCE[status];
        return (
          <MenuItem key={status} icon={<Icon aria-hidden />} onSelect={() => void change(status)}>
            {words.equipmentStatusNames[status]}
          </MenuItem>
        );
      })}
    </DropdownMenu>
  );
}
