import { Badge } from '../components/Badge.tsx';
import { cx } from '../lib/cx.ts';
import { StatusBadge } from '../components/StatusBadge.tsx';
import type { MapWell } from './well-shape.ts';

export interface WellPopupProps {
  well: MapWell;
  /** The well's place in px of the map's box. */
  x: number;
  y: number;
}

/** Nearer to the top than this, in px, the popup stands below the well. */
const ROOM_ABOVE = 100;

/** Beside the well under the pointer or in focus. What it says is also in the list of wells. */
export function WellPopup({ well, x, y }: WellPopupProps) {
  const alerts = well.alertCount ?? 0;
  return (
    <div
      aria-hidden
      className={cx(
        'pointer-events-none absolute z-10 flex max-w-60 -translate-x-1/2 flex-col gap-1.5 rounded-lg bg-raised px-3 py-2',
        'text-sm shadow-overlay',
        y > ROOM_ABOVE && '-translate-y-full',
      )}
      style={{ left: `clamp(7rem, ${x}px, calc(100% - 7rem))`, top: y > ROOM_ABOVE ? y - 16 : y + 16 }}
    >
      <span className="truncate font-medium">{well.name}</span>
      <span className="flex flex-wrap gap-1">
        <StatusBadge status={well.status} />
        {well.entered === false && <Badge tone="attention">Not entered</Badge>}
        {alerts > 0 && <Badge tone="bad">{alerts === 1 ? '1 alert' : `${alerts} alerts`}</Badge>}
      </span>
    </div>
  );
}
