import type { DueStatus } from '@wellpulse/contracts';
import { CalendarCheck, CalendarClock, CalendarX, type LucideIcon } from 'lucide-react';
import { formatDays } from '../../format/quantity.ts';
import { Badge, type Tone } from './Badge.tsx';

interface DueLook {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

/** How urgent a service is, and what that is called. */
export const DUE_LOOKS: Record<DueStatus, DueLook> = {
  OVERDUE: { label: 'Overdue', tone: 'bad', icon: CalendarX },
  DUE_SOON: { label: 'Due soon', tone: 'attention', icon: CalendarClock },
  SCHEDULED: { label: 'Scheduled', tone: 'unknown', icon: CalendarCheck },
};

export interface DueBadgeProps {
  status: DueStatus;
  /** Until the day; negative once it has passed. Left out: only the status is said. */
  daysLeft?: number | null;
}

export function DueBadge({ status, daysLeft = null }: DueBadgeProps) {
  const { label, tone, icon: Icon } = DUE_LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      <span className="num">{daysLeft === null ? label : dueWords(status, daysLeft)}</span>
    </Badge>
  );
}

function dueWords(status: DueStatus, daysLeft: number): string {
  if (status === 'OVERDUE') return `${formatDays(Math.abs(daysLeft))} overdue`;
  return daysLeft === 0 ? 'Due today' : `Due in ${formatDays(daysLeft)}`;
}
