'use client';

import type { MaintenanceEntry, MaintenanceType } from '@wellpulse/contracts';
import { EquipmentStatusBadge, PlaceNote, useWords } from '@wellpulse/ui';
import { ClipboardCheck, RefreshCcw, Wrench, type LucideIcon } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { PhotoGrid } from '../photos/PhotoGrid.tsx';
import { useSession } from '../../components/SessionProvider.tsx';

const ICONS: Record<MaintenanceType, LucideIcon> = {
  ROUTINE: RefreshCcw,
  REPAIR: Wrench,
  INSPECTION: ClipboardCheck,
};

export function TimelineEntry({ entry, withItem }: { entry: MaintenanceEntry; withItem: boolean }) {
  const words = useWords();
  const { maintenanceTexts } = words;
  const { today } = useSession();
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
            {words.formatDayRelative(entry.maintenanceDate, today)}
          </time>
        </div>
        {withItem && <ItemLink entry={entry} />}
        <p className="text-sm whitespace-pre-line [overflow-wrap:anywhere]">{entry.description}</p>
        <Particulars entry={entry} />
        {entry.location !== null && (
          <PlaceNote compact location={entry.location} className="text-xs text-ink-muted" />
        )}
        {entry.photos.length > 0 && (
          <PhotoGrid
            photos={entry.photos}
            wellId={entry.wellId}
            label={maintenanceTexts.photosOfEntry}
            size="sm"
          />
        )}
      </div>
    </li>
  );
}

const ItemLink = ({ entry }: { entry: MaintenanceEntry }) => {
  const words = useWords();
  const { maintenanceTexts } = words;
  return (
    <span className="min-w-0 text-sm text-ink-muted">
      <Link href={`/equipment/${entry.equipmentId}`} className="font-medium text-accent-text hover:underline">
        {words.equipmentName(entry)}
      </Link>
      {` ${maintenanceTexts.atWell} `}
      <Link href={`/wells/${entry.wellId}`} className="hover:underline">
        {entry.wellName}
      </Link>
    </span>
  );
};

function Particulars({ entry }: { entry: MaintenanceEntry }) {
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
