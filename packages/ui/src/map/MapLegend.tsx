'use client';

import { WELL_STATUSES } from '@wellpulse/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../lib/words-context.tsx';
import { EntryGlyph } from './markers/EntryGlyph.tsx';
import { lookOfEntry, type EntryKind, type MapEntry } from './markers/entry-shape.ts';
import { WellGlyph } from './markers/WellGlyph.tsx';
import type { MapWell } from './markers/well-shape.ts';

const PLAIN = { missing: false, alerted: false, selected: false };

const KINDS: readonly EntryKind[] = ['PRODUCTION', 'MAINTENANCE'];

export interface MapLegendProps {
  wells: readonly MapWell[];
  entries: readonly MapEntry[];
}

/** What the glyphs mean and how many there are; only those that occur. */
export function MapLegend({ wells, entries }: MapLegendProps) {
  const { beyondGeofence, wellStatusNames, mapTexts } = useWords();
  const missing = wells.filter((well) => well.entered === false).length;
  const alerted = wells.filter((well) => (well.alertCount ?? 0) > 0).length;
  const far = entries.filter((entry) => lookOfEntry(entry).far).length;
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-ink-muted">
      {WELL_STATUSES.map((status) => (
        <Line
          key={status}
          glyph={<WellGlyph look={{ ...PLAIN, status }} />}
          label={wellStatusNames[status]}
          count={wells.filter((well) => well.status === status).length}
        />
      ))}
      <Line
        glyph={<WellGlyph look={{ ...PLAIN, status: 'ACTIVE', missing: true }} />}
        label={mapTexts.notEntered}
        count={missing}
      />
      <Line
        glyph={<WellGlyph look={{ ...PLAIN, status: 'ACTIVE', alerted: true }} />}
        label={mapTexts.openAlert}
        count={alerted}
      />
      {KINDS.map((kind) => (
        <Line
          key={kind}
          glyph={<EntryGlyph centred look={{ kind, far: false }} />}
          label={mapTexts.entryNames[kind]}
          count={entries.filter((entry) => entry.kind === kind).length}
        />
      ))}
      <Line
        glyph={<EntryGlyph centred look={{ kind: 'PRODUCTION', far: true }} />}
        label={beyondGeofence}
        count={far}
      />
    </ul>
  );
}

const Line = ({ glyph, label, count }: { glyph: ReactNode; label: string; count: number }) => {
  const { formatCount } = useWords();
  return (
    count > 0 && (
      <li className="flex items-center gap-0.5">
        {glyph}
        {label} <span className="num ml-1 font-medium text-ink">{formatCount(count)}</span>
      </li>
    )
  );
};
