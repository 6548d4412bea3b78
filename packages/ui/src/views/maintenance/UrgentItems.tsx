'use client';

import type { DueItem } from '@wellpulse/contracts';
import { Badge } from '../../components/display/Badge.tsx';
import { DUE_APPEARANCE } from '../../components/display/DueBadge.tsx';
import { useWords } from '../../lib/words-context.tsx';
import type { LinkTo } from '../host.ts';
import { NothingDue, type DueCounted } from './DueCard.tsx';
import { DueList } from './DueList.tsx';

export interface UrgentItemsProps {
  /** The most urgent first, also such as are not due soon. */
  readonly items: readonly DueItem[];
  readonly linkTo: LinkTo;
}

/**
 * The most urgent items that are overdue or due soon, or that there are none.
 *
 * @example
 * <UrgentItems items={items} linkTo={linkTo} />
 */
export function UrgentItems({ items, linkTo }: UrgentItemsProps) {
  const { maintenanceTexts } = useWords();
  const urgent = items.filter(({ dueStatus }) => dueStatus !== 'SCHEDULED');
  if (urgent.length > 0)
    return <DueList linkTo={linkTo} items={urgent} label={maintenanceTexts.mostUrgent} />;
  return (
    <NothingDue
      title={maintenanceTexts.nothingDue.DUE_SOON}
      description={items.length === 0 ? maintenanceTexts.noItems : maintenanceTexts.nextOnPage}
    />
  );
}

/**
 * How many are overdue and due soon; nothing of what there is none.
 *
 * @example
 * <UrgentCounts counts={{ overdue: 2, dueSoon: 0 }} />
 */
export function UrgentCounts({ counts }: { counts: Omit<DueCounted, 'total'> }) {
  const { maintenanceTexts } = useWords();
  const Overdue = DUE_APPEARANCE.OVERDUE.icon;
  const Soon = DUE_APPEARANCE.DUE_SOON.icon;
  return (
    <span className="flex gap-1.5">
      {counts.overdue > 0 && (
        <Badge tone="bad" icon={<Overdue aria-hidden />}>
          <span className="num">{maintenanceTexts.overdue(counts.overdue)}</span>
        </Badge>
      )}
      {counts.dueSoon > 0 && (
        <Badge tone="attention" icon={<Soon aria-hidden />}>
          <span className="num">{maintenanceTexts.dueSoon(counts.dueSoon)}</span>
        </Badge>
      )}
    </span>
  );
}
