'use client';

import type { DueItem } from '@wellpulse/contracts';
import { DueBadge } from '../../components/display/DueBadge.tsx';
import { EquipmentStatusBadge } from '../../components/display/EquipmentStatusBadge.tsx';
import { useWords } from '../../lib/words-context.tsx';
import type { LinkTo } from '../host.ts';

export interface DueListProps {
  /** The most urgent first. */
  readonly items: readonly DueItem[];
  readonly label: string;
  readonly linkTo: LinkTo;
}

/**
 * Items that are due.
 *
 * @example
 * <DueList items={items} label="Most urgent" linkTo={linkTo} />
 */
export function DueList({ items, label, linkTo: LinkToPlace }: DueListProps) {
  const words = useWords();
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {items.map((item) => (
        <li key={item.equipmentId} className="flex items-start gap-3 px-4 py-2.5 text-sm">
          <div className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <LinkToPlace
                place={{ kind: 'ITEM', equipmentId: item.equipmentId }}
                className="font-medium hover:underline"
              >
                {words.equipmentName(item)}
              </LinkToPlace>
              {item.status !== 'OPERATIONAL' && <EquipmentStatusBadge status={item.status} />}
            </span>
            <p className="truncate text-xs text-ink-muted">
              <LinkToPlace place={{ kind: 'WELL', wellId: item.wellId }} className="hover:underline">
                {item.wellName}
              </LinkToPlace>
              {item.route !== null && ` · ${item.route}`}
            </p>
          </div>
          <span className="flex shrink-0 flex-col items-end gap-0.5 text-xs text-ink-subtle">
            <DueBadge status={item.dueStatus} daysLeft={item.daysLeft} />
            <span className="num">{words.formatDayWithYear(item.nextMaintenanceDate)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
