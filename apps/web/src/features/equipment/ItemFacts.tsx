'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { daysBetween } from '@wellpulse/domain';
import { DueBadge, useWords } from '@wellpulse/ui';
import { NO_VALUE, type Words } from '@wellpulse/words';
import { Tile } from '../../components/Tile.tsx';
import { useCosts } from '../../queries/maintenance-queries.ts';
import { useSession } from '../../components/SessionProvider.tsx';

/** When the item is due, since when it stands there, and what it has cost. */
export function ItemFacts({ item }: { item: EquipmentItem }) {
  const words = useWords();
  const { equipmentTexts, controlTexts } = words;
  const { today } = useSession();
  const costs = useCosts({ by: 'month', equipmentId: item.id });
  const { nextMaintenanceDate, lastMaintenanceDate, installationDate, dueStatus } = item;
  const age = installationDate === null ? null : daysBetween(installationDate, today);
  return (
    <section aria-label={equipmentTexts.atAGlance}>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-xl border border-line bg-line shadow-card lg:grid-cols-5">
        <Tile
          label={equipmentTexts.nextService}
          note={
            nextMaintenanceDate === null || dueStatus === null ? (
              equipmentTexts.noInterval
            ) : (
              <DueBadge status={dueStatus} daysLeft={daysBetween(today, nextMaintenanceDate)} />
            )
          }
        >
          {nextMaintenanceDate === null ? NO_VALUE : words.formatDayWithYear(nextMaintenanceDate)}
        </Tile>
        <Tile
          label={equipmentTexts.lastService}
          note={
            lastMaintenanceDate === null
              ? equipmentTexts.nothingLogged
              : daysAgo(words, daysBetween(lastMaintenanceDate, today))
          }
        >
          {lastMaintenanceDate === null ? NO_VALUE : words.formatDayWithYear(lastMaintenanceDate)}
        </Tile>
        <Tile label={words.fieldLabel('equipment', 'serviceIntervalDays')} note={intervalNote(words, item)}>
          {intervalText(words, item)}
        </Tile>
        <Tile
          label={words.fieldLabel('equipment', 'installationDate')}
          note={age === null ? equipmentTexts.notKnown : daysAgo(words, age)}
        >
          {installationDate === null ? NO_VALUE : words.formatDayWithYear(installationDate)}
        </Tile>
        <Tile
          className="max-lg:col-span-2"
          label={equipmentTexts.maintenanceCost}
          note={
            costs.data === undefined
              ? controlTexts.loading
              : words.maintenanceTexts.logEntries(costs.data.entries)
          }
        >
          {costs.data === undefined ? NO_VALUE : words.formatCostTotal(costs.data.cost)}
        </Tile>
      </dl>
    </section>
  );
}

function daysAgo({ equipmentTexts, formatDays }: Words, days: number | null): string {
  if (days === null || days === 0) return equipmentTexts.today;
  return days > 0 ? equipmentTexts.ago(formatDays(days)) : equipmentTexts.ahead(formatDays(-days));
}

function intervalText(words: Words, { serviceIntervals }: EquipmentItem): string {
  return serviceIntervals.ROUTINE === null ? NO_VALUE : words.formatDays(serviceIntervals.ROUTINE);
}

/** The item's own interval holds for every kind of service; those of the settings differ. */
function intervalNote(
  { equipmentTexts }: Words,
  { serviceIntervalDays, serviceIntervals }: EquipmentItem,
): string {
  if (serviceIntervalDays !== null) return equipmentTexts.intervalOfItem;
  const { ROUTINE: routine, REPAIR: repair, INSPECTION: inspection } = serviceIntervals;
  if (routine === repair && routine === inspection)
    return routine === null ? equipmentTexts.intervalNone : equipmentTexts.intervalOfSettings;
  return equipmentTexts.intervals(String(repair ?? NO_VALUE), String(inspection ?? NO_VALUE));
}
