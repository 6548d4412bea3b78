'use client';

import type { WellStatus } from '@wellpulse/contracts';
import { CircleCheck, CircleMinus, CirclePause, CircleSlash, type LucideIcon } from 'lucide-react';
import { useWords } from '../../lib/words-context.tsx';
import { Badge, type Tone } from './Badge.tsx';

interface StatusLook {
  tone: Tone;
  icon: LucideIcon;
}

/** How a well's status looks, everywhere it appears: badge, map, filter. */
export const STATUS_LOOKS: Record<WellStatus, StatusLook> = {
  ACTIVE: { tone: 'good', icon: CircleCheck },
  SHUT_IN: { tone: 'attention', icon: CirclePause },
  INACTIVE: { tone: 'unknown', icon: CircleMinus },
  PLUGGED: { tone: 'bad', icon: CircleSlash },
};

export function StatusBadge({ status, className }: { status: WellStatus; className?: string }) {
  const { wellStatusNames } = useWords();
  const { tone, icon: Icon } = STATUS_LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />} {...(className === undefined ? {} : { className })}>
      {wellStatusNames[status]}
    </Badge>
  );
}
