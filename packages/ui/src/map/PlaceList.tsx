'use client';

import { isFoundIn } from '@wellpulse/domain';
import { useState, type ReactNode } from 'react';
import { Input } from '../components/inputs/Input.tsx';
import { cx } from '../lib/cx.ts';
import { useWords } from '../lib/words-context.tsx';
import { EntryGlyph } from './markers/EntryGlyph.tsx';
import { entrySentence, lookOfEntry, type MapEntry } from './markers/entry-shape.ts';
import type { Position } from './geometry.ts';
import { WellGlyph } from './markers/WellGlyph.tsx';
import { lookOf, wellSentence, type MapWell } from './markers/well-shape.ts';

/** A place that took the focus: what stands there, and where. */
export interface PointedPlace {
  well?: MapWell;
  entry?: MapEntry;
  position: Position;
}

export interface PlaceListProps {
  wells: readonly MapWell[];
  entries: readonly MapEntry[];
  selectedId: string | null;
  /** With a well's id. */
  onSelect: (wellId: string) => void;
  /** Null when the focus left the list. */
  onPoint: (place: PointedPlace | null) => void;
}

/** Beyond this many the list asks for a search: nobody tabs through a thousand wells. */
const MAX_SHOWN = 100;

/** The map's wells and entries as a list: everything that the pointer can do on the map, by keyboard. */
export function PlaceList({ wells, entries, selectedId, onSelect, onPoint }: PlaceListProps) {
  const words = useWords();
  const { mapTexts } = words;
  const [search, setSearch] = useState('');
  const matches = (text: string) => isFoundIn(text, search);
  const foundWells = wells.filter(({ name }) => matches(name));
  const foundEntries = entries.filter(({ name, by }) => matches(`${name} ${by}`));
  const found = foundWells.length + foundEntries.length;
  const shownEntries = foundEntries.slice(0, MAX_SHOWN);
  const shownWells = foundWells.slice(0, MAX_SHOWN - shownEntries.length);
  return (
    <div className="flex h-full flex-col gap-2">
      <Input
        type="search"
        autoFocus
        aria-label={mapTexts.searchWellsOnMap}
        placeholder={mapTexts.searchWells}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
        }}
      />
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {shownWells.map((well) => (
          <Place
            key={well.id}
            glyph={<WellGlyph look={lookOf(well, null)} />}
            name={well.name}
            sentence={wellSentence(words, well)}
            current={well.id === selectedId}
            onSelect={() => {
              onSelect(well.id);
            }}
            onPoint={(isPointed) => {
              onPoint(isPointed ? { well, position: well } : null);
            }}
          />
        ))}
        {shownEntries.map((entry) => (
          <Place
            key={entry.id}
            glyph={<EntryGlyph centred look={lookOfEntry(entry)} />}
            name={entry.name}
            note={entry.by}
            sentence={entrySentence(words, entry)}
            current={false}
            onSelect={() => {
              onSelect(entry.wellId);
            }}
            onPoint={(isPointed) => {
              onPoint(isPointed ? { entry, position: entry.location } : null);
            }}
          />
        ))}
      </ul>
      <p role="status" className="text-xs text-ink-subtle">
        {found === 0 && mapTexts.nothingOfThisName}
        {found > MAX_SHOWN && mapTexts.morePlaces(MAX_SHOWN, found)}
      </p>
    </div>
  );
}

interface PlaceProps {
  glyph: ReactNode;
  name: string;
  note?: string;
  /** All that the eye sees of it here and on the map. */
  sentence: string;
  current: boolean;
  onSelect: () => void;
  onPoint: (isPointed: boolean) => void;
}

const Place = ({ glyph, name, note, sentence, current, onSelect, onPoint }: PlaceProps) => (
  <li>
    <button
      type="button"
      aria-current={current || undefined}
      onClick={onSelect}
      onFocus={() => {
        onPoint(true);
      }}
      onBlur={() => {
        onPoint(false);
      }}
      className={cx(
        'flex min-h-8 w-full items-center gap-1.5 rounded-md px-1.5 text-left text-sm hover:bg-hover',
        'focus-visible:-outline-offset-2 pointer-coarse:min-h-11',
        current && 'bg-selected',
      )}
    >
      {glyph}
      <span aria-hidden className="flex min-w-0 flex-col py-0.5">
        <span className="truncate">{name}</span>
        {note !== undefined && <span className="num truncate text-xs text-ink-subtle">{note}</span>}
      </span>
      <span className="sr-only">{sentence}</span>
    </button>
  </li>
);
