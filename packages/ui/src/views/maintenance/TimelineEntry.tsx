'use client';

import type { MaintenanceEntry, MaintenanceType } from '@wellpulse/contracts';
import { ClipboardCheck, RefreshCcw, Wrench, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { EquipmentStatusBadge } from '../../components/display/EquipmentStatusBadge.tsx';
import { PlaceNote } from '../../components/feedback/PlaceNote.tsx';
import { useWords } from '../../lib/words-context.tsx';
import type { LinkTo, Moment } from '../host.ts';

/** A log, whose photos the host draws: a device has them by their names alone. */
export type LogShown = Omit<MaintenanceEntry, 'photos'>;

export interface TimelineEntryProps<Log extends LogShown> {
  readonly entry: Log;
  /** It says which item it is of, and at which well. */
  readonly withItem: boolean;
  readonly moment: Pick<Moment, 'today'>;
  readonly linkTo: LinkTo;
  /** Draws its photos, if it has some. */
  readonly renderPhotos: (entry: Log) => ReactNode;
}

const ICONS: Record<MaintenanceType, LucideIcon> = {
  ROUTINE: RefreshCcw,
  REPAIR: Wrench,
  INSPECTION: ClipboardCheck,
};

export function TimelineEntry<Log extends LogShown>({
  entry,
  withItem,
  moment,
  linkTo,
  renderPhotos,
}: TimelineEntryProps<Log>) {
  const words = useWords();
  const Icon = ICONS[entry.maintenanceType];
  return (
    <li className="group relative flex gap-3 pb-6 last:pb-0">
      {/* The line from one entry to the next. */}
      <span
        aria-hidden
        className="absolute top-8 bottom-0 left-4 w-px -translate-x-1/2 bg-line group-last:hidden"
      />
      <span
        aria-hidden
        className="flex size-8 shrink-0 items-center justify-center rounded-full bg-sunken text-ink-muted"
      >
        <Icon className="size-4" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5 pt-1">
        <div className="flex items-baseline justify-between gap-3">
          <h3 className="text-sm font-medium">{words.maintenanceTypeNames[entry.maintenanceType]}</h3>
          <time dateTime={entry.maintenanceDate} className="num shrink-0 text-xs text-ink-subtle">
            {words.formatDayRelative(entry.maintenanceDate, moment.today)}
          </time>
        </div>
        {withItem && <ItemLink entry={entry} linkTo={linkTo} />}
        <p className="text-sm whitespace-pre-line [overflow-wrap:anywhere]">{entry.description}</p>
        <Particulars entry={entry} />
        {entry.location !== null && (
          <PlaceNote compact location={entry.location} className="text-xs text-ink-muted" />
        )}
        {entry.photoUrls.length > 0 && renderPhotos(entry)}
      </div>
    </li>
  );
}

const ItemLink = ({ entry, linkTo: LinkToPlace }: Pick<TimelineEntryProps<LogShown>, 'entry' | 'linkTo'>) => {
  const words = useWords();
  const { maintenanceTexts } = words;
  return (
    <span className="min-w-0 text-sm text-ink-muted">
      <LinkToPlace
        place={{ kind: 'ITEM', equipmentId: entry.equipmentId }}
        className="font-medium text-accent-text hover:underline"
      >
        {words.equipmentName(entry)}
      </LinkToPlace>
      {` ${maintenanceTexts.atWell} `}
      <LinkToPlace place={{ kind: 'WELL', wellId: entry.wellId }} className="hover:underline">
        {entry.wellName}
      </LinkToPlace>
    </span>
  );
};

function Particulars({ entry }: { entry: LogShown }) {
  const words = useWords();
  const { maintenanceTexts } = words;
  const { technician, cost, nextMaintenanceDate, equipmentStatus, createdByName } = entry;
  const facts = [
    technician === null ? null : maintenanceTexts.technician(technician),
    cost === null ? null : words.formatCost(cost),
    nextMaintenanceDate === null
      ? null
      : maintenanceTexts.nextService(words.formatDayWithYear(nextMaintenanceDate)),
    maintenanceTexts.loggedBy(createdByName ?? words.photoTexts.formerUser),
  ].filter((fact) => fact !== null);
  return (
    <div className="num flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-muted">
      {equipmentStatus !== null && <EquipmentStatusBadge status={equipmentStatus} />}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </div>
  );
}
