'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { daysBetween } from '@wellpulse/domain';
import { DueBadge } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { Tile } from '../../components/Tile.tsx';
import { words } from '../../lib/language.ts';
import { counted } from '../../lib/words.ts';
import { useCosts } from '../../queries/maintenance-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';

/** When the item is due, since when it stands there, and what it has cost. */
export function ItemFacts({ item }: { item: EquipmentItem }) {
  const { today } = useSession();
  const costs = useCosts({ by: 'month', equipmentId: item.id });
  const { nextMaintenanceDate, lastMaintenanceDate, installationDate, dueStatus } = item;
  const age = installationDate === null ? null : daysBetween(installationDate, today);
  return (
    <section aria-label="At a glance">
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-card lg:grid-cols-5">
        <Tile
          label="Next service"
          note={
            nextMaintenanceDate === null || dueStatus === null ? (
              'No service interval is set'
            ) : (
              <DueBadge status={dueStatus} daysLeft={daysBetween(today, nextMaintenanceDate)} />
            )
          }
        >
          {nextMaintenanceDate === null ? NO_VALUE : words.formatDayWithYear(nextMaintenanceDate)}
        </Tile>
        <Tile
          label="Last service"
          note={
            lastMaintenanceDate === null
              ? 'Nothing logged yet'
              : daysAgo(daysBetween(lastMaintenanceDate, today))
          }
        >
          {lastMaintenanceDate === null ? NO_VALUE : words.formatDayWithYear(lastMaintenanceDate)}
        </Tile>
        <Tile label="Service interval" note={intervalNote(item)}>
          {intervalText(item)}
        </Tile>
        <Tile label="Installed" note={age === null ? 'Not known' : daysAgo(age)}>
          {installationDate === null ? NO_VALUE : words.formatDayWithYear(installationDate)}
        </Tile>
        <Tile
          className="max-lg:col-span-2"
          label="Maintenance cost"
          note={
            costs.data === undefined ? 'Loading' : counted(costs.data.entries, 'log entry', 'log entries')
          }
        >
          {costs.data === undefined ? NO_VALUE : words.formatCostTotal(costs.data.cost)}
        </Tile>
      </dl>
    </section>
  );
}

function daysAgo(days: number | null): string {
  if (days === null || days === 0) return 'Today';
  return days > 0 ? `${words.formatDays(days)} ago` : `In ${words.formatDays(-days)}`;
}

function intervalText({ serviceIntervals }: EquipmentItem): string {
  return serviceIntervals.ROUTINE === null ? NO_VALUE : words.formatDays(serviceIntervals.ROUTINE);
}

/** The item's own interval holds for every kind of service; those of the settings differ. */
function intervalNote({ serviceIntervalDays, serviceIntervals }: EquipmentItem): string {
  if (serviceIntervalDays !== null) return 'Of this item';
  const { ROUTINE: routine, REPAIR: repair, INSPECTION: inspection } = serviceIntervals;
  if (routine === repair && routine === inspection)
    return routine === null ? 'None is set' : 'As the settings say';
  return `Repair ${repair ?? NO_VALUE}, inspection ${inspection ?? NO_VALUE}`;
}
