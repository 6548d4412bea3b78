import { Badge, type Tone } from '@wellpulse/ui';
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { DeviceStanding } from './device-health.ts';

export const STANDING_LOOKS: Record<DeviceStanding, { label: string; tone: Tone; icon: LucideIcon }> = {
  LOST: { label: 'Entries to save', tone: 'bad', icon: CircleAlert },
  LOOK: { label: 'Look at it', tone: 'attention', icon: TriangleAlert },
  NEVER_SYNCED: { label: 'Never synced', tone: 'unknown', icon: CircleDashed },
  GOOD: { label: 'In order', tone: 'good', icon: CircleCheck },
  REVOKED: { label: 'Revoked', tone: 'unknown', icon: CircleSlash },
};

export function StandingBadge({ standing }: { standing: DeviceStanding }) {
  const { label, tone, icon: Icon } = STANDING_LOOKS[standing];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {label}
    </Badge>
  );
}
