'use client';

import type { EquipmentStatus } from '@wellpulse/contracts';
import { CircleCheck, OctagonX, Wrench, type LucideIcon } from 'lucide-react';
import { useWords } from '../../lib/words-context.tsx';
import { Badge, type Tone } from './Badge.tsx';

interface EquipmentStatusLook {
  tone: Tone;
  icon: LucideIcon;
}

/** How an item's status looks, everywhere it appears. */
export const EQUIPMENT_STATUS_LOOKS: Record<EquipmentStatus, EquipmentStatusLook> = {
  OPERATIONAL: { tone: 'good', icon: CircleCheck },
  MAINTENANCE: { tone: 'attention', icon: Wrench },
  FAILED: { tone: 'bad', icon: OctagonX },
};

export function EquipmentStatusBadge({ status }: { status: EquipmentStatus }) {
  const { equipmentStatusNames } = useWords();
  const { tone, icon: Icon } = EQUIPMENT_STATUS_LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {equipmentStatusNames[status]}
    </Badge>
  );
}
