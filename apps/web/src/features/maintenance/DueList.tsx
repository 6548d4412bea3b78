'use client';

import type { DueItem } from '@wellpulse/contracts';
import { DueBadge, EquipmentStatusBadge, useWords } from '@wellpulse/ui';
import { Link } from '../../components/Link.tsx';

/** Items that are due, the most urgent first. */
export function DueList({ items, label }: { items: readonly DueItem[]; label: string }) {
  const words = useWords();
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {items.map((item) => (
        <li key={item.equipmentId} className="flex items-start gap-3 px-4 py-2.5 text-sm">
          <div className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Link href={`/equipment/${item.equipmentId}`} className="font-medium hover:underline">
                {words.equipmentName(item)}
              </Link>
              {item.status !== 'OPERATIONAL' && <EquipmentStatusBadge status={item.status} />}
            </span>
            <p className="truncate text-xs text-ink-muted">
              <Link href={`/wells/${item.wellId}`} className="hover:underline">
                {item.wellName}
              </Link>
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
