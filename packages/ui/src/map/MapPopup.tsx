'use client';

import { Badge } from '../components/display/Badge.tsx';
import { FarBadge } from '../components/feedback/PlaceNote.tsx';
import { WellStatusBadge } from '../components/display/WellStatusBadge.tsx';
import { cx } from '../lib/cx.ts';
import { useWords } from '../lib/words-context.tsx';
import { lookOfEntry, type MapEntry } from './markers/entry-shape.ts';
import type { MapWell } from './markers/well-shape.ts';

export interface MapPopupProps {
  /** What stands there. */
  well: MapWell | undefined;
  entries: readonly MapEntry[];
  /** The place in px of the map's box. */
  x: number;
  y: number;
}

/** Nearer to the top than this, in px, the popup stands below the place. */
const ROOM_ABOVE = 150;
/** How many entries are told of before the rest is only counted. */
const TOLD = 2;

/** Beside what is under the pointer or in focus. What it says is also in the list. */
export function MapPopup({ well, entries, x, y }: MapPopupProps) {
  const { mapTexts } = useWords();
  const isAbove = y > ROOM_ABOVE;
  return (
    <div
      aria-hidden
      className={cx(
        'pointer-events-none absolute z-10 flex max-w-64 -translate-x-1/2 flex-col gap-2 rounded-lg bg-raised px-3 py-2',
        'text-sm shadow-overlay',
        isAbove && '-translate-y-full',
      )}
      style={{ left: `clamp(8rem, ${x}px, calc(100% - 8rem))`, top: isAbove ? y - 16 : y + 16 }}
    >
      {well !== undefined && <WellWords well={well} />}
      {entries.slice(0, TOLD).map((entry) => (
        <EntryWords key={entry.id} entry={entry} />
      ))}
      {entries.length > TOLD && (
        <span className="text-xs text-ink-subtle">{mapTexts.moreEntries(entries.length - TOLD)}</span>
      )}
    </div>
  );
}

function WellWords({ well }: { well: MapWell }) {
  const { mapTexts } = useWords();
  const alerts = well.alertCount ?? 0;
  return (
    <span className="flex flex-col gap-1.5">
      <span className="truncate font-medium">{well.name}</span>
      <span className="flex flex-wrap gap-1">
        <WellStatusBadge status={well.status} />
        {well.entered === false && <Badge tone="attention">{mapTexts.notEntered}</Badge>}
        {alerts > 0 && <Badge tone="bad">{mapTexts.alerts(alerts)}</Badge>}
      </span>
    </span>
  );
}

function EntryWords({ entry }: { entry: MapEntry }) {
  const { formatPlace, mapTexts } = useWords();
  return (
    <span className="flex flex-col gap-1">
      <span className="truncate font-medium">
        {mapTexts.entryNames[entry.kind]}: {entry.name}
      </span>
      <span className="num text-xs text-ink-muted">
        {entry.by} · {formatPlace(entry.location)}
      </span>
      {lookOfEntry(entry).far && (
        <span>
          <FarBadge />
        </span>
      )}
    </span>
  );
}
