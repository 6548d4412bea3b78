'use client';

import { useState } from 'react';
import { Input } from '../components/Input.tsx';
import { STATUS_LOOKS } from '../components/StatusBadge.tsx';
import { cx } from '../lib/cx.ts';
import { WellGlyph } from './WellGlyph.tsx';
import { lookOf, wellSentence, type MapWell } from './well-shape.ts';

export interface WellListProps {
  wells: readonly MapWell[];
  selectedId: string | null;
  onSelect: (id: string) => void;
  /** A well's button took the focus; null when it left the list. */
  onPoint: (well: MapWell | null) => void;
}

/** Beyond this many the list asks for a search: nobody tabs through a thousand wells. */
const MAX_SHOWN = 100;

/** The map's wells as a list: everything that the pointer can do on the map, by keyboard. */
export function WellList({ wells, selectedId, onSelect, onPoint }: WellListProps) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = wells.filter((well) => well.name.toLowerCase().includes(wanted));
  return (
    <div className="flex h-full flex-col gap-2">
      <Input
        type="search"
        autoFocus
        aria-label="Search wells on the map"
        placeholder="Search wells"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
        }}
      />
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {found.slice(0, MAX_SHOWN).map((well) => (
          <li key={well.id}>
            <button
              type="button"
              aria-current={well.id === selectedId || undefined}
              onClick={() => {
                onSelect(well.id);
              }}
              onFocus={() => {
                onPoint(well);
              }}
              onBlur={() => {
                onPoint(null);
              }}
              className={cx(
                'flex min-h-8 w-full items-center gap-1.5 rounded-md px-1.5 text-left text-sm hover:bg-hover',
                'focus-visible:-outline-offset-2 pointer-coarse:min-h-11',
                well.id === selectedId && 'bg-selected',
              )}
            >
              <WellGlyph look={lookOf(well, null)} />
              <span aria-hidden className="truncate">
                {well.name}
              </span>
              <span className="sr-only">{wellSentence(well, STATUS_LOOKS[well.status].label)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-xs text-ink-subtle">
        {found.length === 0 && 'No well has this name.'}
        {found.length > MAX_SHOWN && `${MAX_SHOWN} of ${found.length} wells: search for more.`}
      </p>
    </div>
  );
}
