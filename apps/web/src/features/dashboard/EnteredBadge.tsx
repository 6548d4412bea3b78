import type { Dashboard } from '@wellpulse/contracts';
import { Badge, Skeleton } from '@wellpulse/ui';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { words } from '../../lib/language.ts';

/** How many of the expected wells have their reading. */
export function EnteredBadge({ dashboard }: { dashboard: Dashboard | undefined }) {
  if (dashboard === undefined) return <Skeleton className="h-5 w-28" />;
  const { entered, expected } = dashboard;
  const isComplete = entered >= expected;
  return (
    <Badge
      tone={isComplete ? 'good' : 'attention'}
      icon={isComplete ? <CircleCheck aria-hidden /> : <CircleDashed aria-hidden />}
    >
      <span className="num">
        Entered {words.formatCount(entered)} of {words.formatCount(expected)}
      </span>
    </Badge>
  );
}
