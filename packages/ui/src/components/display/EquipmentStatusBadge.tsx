'use client';

import type { EquipmentStatus } from '@wellpulse/contracts';
import { STATUS_TONES, type ItemTone } from '@wellpulse/forms';
import { CircleCheck, OctagonX, Wrench, type LucideIcon } from 'lucide-react';
import { useWords } from '../../lib/words-context.tsx';
import { Badge } from './Badge.tsx';

interface EquipmentStatusAppearance {
  tone: ItemTone;
  icon: LucideIcon;
}

/** How an item's status looks, everywhere it appears. */
export const EQUIPMENT_STATUS_APPEARANCE: Record<EquipmentStatus, EquipmentStatusAppearance> = {
  OPERATIONAL: { tone: STATUS_TONES.OPERATIONAL, icon: CircleCheck },
  MAINTENANCE: { tone: STATUS_TONES.MAINTENANCE, icon: Wrench },
  FAILED: { tone: STATUS_TONES.FAILED, icon: OctagonX },
};

/**
 * An item's status, in its word, colour and icon.
 *
 * @example
 * <EquipmentStatusBadge status="MAINTENANCE" />
 */
export function EquipmentStatusBadge({ status }: { status: EquipmentStatus }) {
  const { equipmentStatusNames } = useWords();
  const { tone, icon: Icon } = EQUIPMENT_STATUS_APPEARANCE[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {equipmentStatusNames[status]}
    </Badge>
  );
}
