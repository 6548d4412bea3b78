import type { DeviceHealth } from '@wellpulse/domain';
import { Badge, type Tone } from '@wellpulse/ui';
import {
  CircleAlert,
  CircleArrowRight,
  CircleCheck,
  CircleDashed,
  CircleOff,
  CircleSlash,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { words } from '../../lib/language.ts';

const APPEARANCE: Record<DeviceHealth, { tone: Tone; icon: LucideIcon }> = {
  LOST: { tone: 'bad', icon: CircleAlert },
  LOOK: { tone: 'attention', icon: TriangleAlert },
  NEVER_SYNCED: { tone: 'unknown', icon: CircleDashed },
  GOOD: { tone: 'good', icon: CircleCheck },
  RETIRING: { tone: 'unknown', icon: CircleArrowRight },
  RETIRED: { tone: 'unknown', icon: CircleOff },
  REVOKED: { tone: 'unknown', icon: CircleSlash },
};

export function DeviceHealthBadge({ health }: { health: DeviceHealth }) {
  const { tone, icon: Icon } = APPEARANCE[health];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {words.deviceWords.healthNames[health]}
    </Badge>
  );
}
