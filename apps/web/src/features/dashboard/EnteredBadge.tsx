import type { Dashboard } from '@wellpulse/contracts';
import { Badge, Skeleton } from '@wellpulse/ui';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { office } from '../../lib/language.ts';

/** How many of the expected wells have their reading. */
export function EnteredBadge({ dashboard }: { dashboard: Dashboard | undefined }) {
  if (dashboard === undefined) return <Skeleton className="h-5 w-36" />;
  const { entered, expected } = dashboard;
  const isComplete = entered >= expected;
  return (
    <Badge
      tone={isComplete ? 'good' : 'attention'}
      icon={isComplete ? <CircleCheck aria-hidden /> : <CircleDashed aria-hidden />}
    >
      <span className="num">{office.home.entered(entered, expected)}</span>
    </Badge>
  );
}
