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
        <li
          key={item.equipmentId}
          className="flex items-start gap-3 px-4 py-2.5 text-sm field:items-center field:gap-5 field:text-lg"
        >
          <div className="min-w-0 flex-1 field:grid field:grid-cols-2 field:gap-5 field:py-2.5 field:[overflow-wrap:anywhere]">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <LinkToPlace
                place={{ kind: 'ITEM', equipmentId: item.equipmentId }}
                className="font-medium hover:underline field:flex field:min-h-15 field:items-center field:underline field:underline-offset-4"
              >
                {words.equipmentName(item)}
              </LinkToPlace>
              {item.status !== 'OPERATIONAL' && <EquipmentStatusBadge status={item.status} />}
            </span>
            <p className="truncate text-xs text-ink-muted field:flex field:flex-wrap field:items-center field:gap-x-4 field:text-base">
              <LinkToPlace
                place={{ kind: 'WELL', wellId: item.wellId }}
                className="hover:underline field:flex field:min-h-15 field:min-w-15 field:items-center field:underline field:underline-offset-4"
              >
                <span className="field:whitespace-normal">{item.wellName}</span>
              </LinkToPlace>
              {item.route !== null && (
                <>
                  <span className="whitespace-pre field:hidden">{' · '}</span>
                  <span>{item.route}</span>
                </>
              )}
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
