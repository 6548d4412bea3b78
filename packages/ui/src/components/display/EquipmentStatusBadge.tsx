'use client';

import type { EquipmentStatus } from '@wellpulse/contracts';
import { CircleCheck, OctagonX, Wrench, type LucideIcon } from 'lucide-react';
import { useWords } from '../../lib/words-context.tsx';
import { Badge, type Tone } from './Badge.tsx';

interface EquipmentStatusAppearance {
  tone: Tone;
  icon: LucideIcon;
}

/** How an item's status looks, everywhere it appears. */
export const EQUIPMENT_STATUS_APPEARANCE: Record<EquipmentStatus, EquipmentStatusAppearance> = {
  OPERATIONAL: { tone: 'good', icon: CircleCheck },
  MAINTENANCE: { tone: 'attention', icon: Wrench },
  FAILED: { tone: 'bad', icon: OctagonX },
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
