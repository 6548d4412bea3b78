import { WELL_STATUSES } from '@wellpulse/contracts';
import { STATUS_LOOKS } from '../components/StatusBadge.tsx';
import { formatCount } from '../format/volume.ts';
import { WellGlyph } from './WellGlyph.tsx';
import type { MapWell } from './well-shape.ts';

const PLAIN = { missing: false, alerted: false, selected: false };

/** What the glyphs mean and how many there are; only those that occur. */
export function MapLegend({ wells }: { wells: readonly MapWell[] }) {
  const missing = wells.filter((well) => well.entered === false).length;
  const alerted = wells.filter((well) => (well.alertCount ?? 0) > 0).length;
  const statuses = WELL_STATUSES.map((status) => ({
    status,
    count: wells.filter((well) => well.status === status).length,
  })).filter(({ count }) => count > 0);
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-ink-muted">
      {statuses.map(({ status, count }) => (
        <li key={status} className="flex items-center gap-0.5">
          <WellGlyph look={{ ...PLAIN, status }} />
          {STATUS_LOOKS[status].label}{' '}
          <span className="num ml-1 font-medium text-ink">{formatCount(count)}</span>
        </li>
      ))}
      {missing > 0 && (
        <li className="flex items-center gap-0.5">
          <WellGlyph look={{ ...PLAIN, status: 'ACTIVE', missing: true }} />
          Not entered <span className="num ml-1 font-medium text-ink">{formatCount(missing)}</span>
        </li>
      )}
      {alerted > 0 && (
        <li className="flex items-center gap-0.5">
          <WellGlyph look={{ ...PLAIN, status: 'ACTIVE', alerted: true }} />
          Open alert <span className="num ml-1 font-medium text-ink">{formatCount(alerted)}</span>
        </li>
      )}
    </ul>
  );
}
