import type { WellStatus } from '@wellpulse/contracts';
import { CircleCheck, CircleMinus, CirclePause, CircleSlash, type LucideIcon } from 'lucide-react';
import { Badge, type Tone } from './Badge.tsx';

interface StatusLook {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

/** How a well's status looks and what it is called, everywhere it appears: badge, map, filter. */
export const STATUS_LOOKS: Record<WellStatus, StatusLook> = {
  ACTIVE: { label: 'Active', tone: 'good', icon: CircleCheck },
  SHUT_IN: { label: 'Shut in', tone: 'attention', icon: CirclePause },
  INACTIVE: { label: 'Inactive', tone: 'unknown', icon: CircleMinus },
  PLUGGED: { label: 'Plugged', tone: 'bad', icon: CircleSlash },
};

export function StatusBadge({ status, className }: { status: WellStatus; className?: string }) {
  const { label, tone, icon: Icon } = STATUS_LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />} {...(className === undefined ? {} : { className })}>
      {label}
    </Badge>
  );
}
