'use client';

import type { WellStatus } from '@wellpulse/contracts';
import { CircleCheck, CircleMinus, CirclePause, CircleSlash, type LucideIcon } from 'lucide-react';
import { useWords } from '../../lib/words-context.tsx';
import { Badge, type Tone } from './Badge.tsx';

interface WellStatusAppearance {
  tone: Tone;
  icon: LucideIcon;
}

/** How a well's status looks, everywhere it appears: badge, map, filter. */
export const WELL_STATUS_APPEARANCE: Record<WellStatus, WellStatusAppearance> = {
  ACTIVE: { tone: 'good', icon: CircleCheck },
  SHUT_IN: { tone: 'attention', icon: CirclePause },
  INACTIVE: { tone: 'unknown', icon: CircleMinus },
  PLUGGED: { tone: 'bad', icon: CircleSlash },
};

/**
 * A well's status, in its word, colour and icon.
 *
 * @example
 * <WellStatusBadge status="SHUT_IN" />
 */
export function WellStatusBadge({ status, className }: { status: WellStatus; className?: string }) {
  const { wellStatusNames } = useWords();
  const { tone, icon: Icon } = WELL_STATUS_APPEARANCE[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />} {...(className === undefined ? {} : { className })}>
      {wellStatusNames[status]}
    </Badge>
  );
}
