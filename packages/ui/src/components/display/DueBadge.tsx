'use client';

import type { DueStatus } from '@wellpulse/contracts';
import { DUE_TONES, type ItemTone } from '@wellpulse/forms';
import { CalendarCheck, CalendarClock, CalendarX, type LucideIcon } from 'lucide-react';
import { useWords } from '../../lib/words-context.tsx';
import { Badge } from './Badge.tsx';

interface DueAppearance {
  tone: ItemTone;
  icon: LucideIcon;
}

/** How it looks how urgent a service is. */
export const DUE_APPEARANCE: Record<DueStatus, DueAppearance> = {
  OVERDUE: { tone: DUE_TONES.OVERDUE, icon: CalendarX },
  DUE_SOON: { tone: DUE_TONES.DUE_SOON, icon: CalendarClock },
  SCHEDULED: { tone: DUE_TONES.SCHEDULED, icon: CalendarCheck },
};

export interface DueBadgeProps {
  status: DueStatus;
  /** Until the day; negative once it has passed. Left out: only the status is said. */
  daysLeft?: number | null;
}

/**
 * How urgent a service is, in words and a colour.
 *
 * @example
 * <DueBadge status="OVERDUE" daysLeft={-12} />
 */
export function DueBadge({ status, daysLeft = null }: DueBadgeProps) {
  const { dueStatusNames, formatDue } = useWords();
  const { tone, icon: Icon } = DUE_APPEARANCE[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      <span className="num">{daysLeft === null ? dueStatusNames[status] : formatDue(status, daysLeft)}</span>
    </Badge>
  );
}
