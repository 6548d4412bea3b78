import type { EquipmentStatus } from '@wellpulse/contracts';
import { CircleCheck, OctagonX, Wrench, type LucideIcon } from 'lucide-react';
import { Badge, type Tone } from './Badge.tsx';

interface EquipmentStatusLook {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

/** How an item's status looks and what it is called, everywhere it appears. */
export const EQUIPMENT_STATUS_LOOKS: Record<EquipmentStatus, EquipmentStatusLook> = {
  OPERATIONAL: { label: 'Operational', tone: 'good', icon: CircleCheck },
  MAINTENANCE: { label: 'In maintenance', tone: 'attention', icon: Wrench },
  FAILED: { label: 'Failed', tone: 'bad', icon: OctagonX },
};

export function EquipmentStatusBadge({ status }: { status: EquipmentStatus }) {
  const { label, tone, icon: Icon } = EQUIPMENT_STATUS_LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {label}
    </Badge>
  );
}
