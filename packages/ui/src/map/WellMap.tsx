'use client';

import { List, Maximize, Minus, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { EmptyState } from '../components/feedback/EmptyState.tsx';
import { IconButton, type IconButtonProps } from '../components/buttons/IconButton.tsx';
import { Skeleton } from '../components/display/Skeleton.tsx';
import { cx } from '../lib/cx.ts';
import type { MapEntry } from './markers/entry-shape.ts';
import { MapLegend } from './MapLegend.tsx';
import { MapPopup, type MapPopupProps } from './MapPopup.tsx';
import { PlaceList } from './PlaceList.tsx';
import { useWellMap } from './use-well-map.ts';
import { useWidth } from './use-width.ts';
import { WellScatter } from './WellScatter.tsx';
import type { MapWell } from './markers/well-shape.ts';
import { useWords } from '../lib/words-context.tsx';

export interface WellMapProps {
  /** Stable between renders as long as they say the same. Wells without a position are the host's to leave out. */
  wells: readonly MapWell[];
  /** Entries by the place where they were made; the same goes for them. */
  entries?: readonly MapEntry[];
  selectedId?: string | null;
  /** With a well's id, also where one of its entries was chosen. */
  onSelect: (wellId: string) => void;
  /** Raster tiles to draw over the outlines, such as `https://…/{z}/{x}/{y}.png`; none by default. */
  tileUrl?: string;
  tileAttribution?: string;
  /** Where MapLibre's worker is served, for hosts whose bundler doesn't emit it. */
  workerUrl?: string;
  /** Names the map. */
  label?: string;
  /** In px. */
  height?: number;
  className?: string;
}

const NO_ENTRIES: readonly MapEntry[] = [];

/**
 * Wells by place and status, and where entries were made, with a list for the keyboard; a plain drawing where there is no WebGL.
 *
 * @example
 * <WellMap wells={wells} selectedId={wellId} onSelect={setWellId} />
 */
export function WellMap(props: WellMapProps) {
  const { controlTexts } = useWords();
  const { wells, entries = NO_ENTRIES, selectedId = null, onSelect, height = 360, className } = props;
  const { mapTexts } = useWords();
  const { label = mapTexts.mapOfWells } = props;
  const box = useRef<HTMLDivElement>(null);
  const listButton = useRef<HTMLButtonElement>(null);
  const [popup, setPopup] = useState<MapPopupProps | null>(null);
  const [listed, setListed] = useState(false);
  const { state, outlines, control } = useWellMap(box, {
    wells,
    entries,
    selectedId,
    tileUrl: props.tileUrl,
    tileAttribution: props.tileAttribution,
    workerUrl: props.workerUrl,
    onSelect: (ids) => {
      const { well, entries: chosen } = placesOf(ids, wells, entries);
      const wellId = well?.id ?? chosen[0]?.wellId;
      if (wellId !== undefined) onSelect(wellId);
    },
    onHover: (hover) => {
      setPopup(hover === null ? null : { ...placesOf(hover.ids, wells, entries), x: hover.x, y: hover.y });
    },
  });
  const width = useWidth(box);

  return (
    <div className={cx('flex flex-col', className)}>
      <div role="region" aria-label={label} className="relative overflow-hidden bg-sunken" style={{ height }}>
        <div ref={box} className="absolute inset-0" />
        {state === 'loading' && <Skeleton className="absolute inset-0 h-full w-full" />}
        {state === 'drawing' && (
          <WellScatter
            wells={wells}
            entries={entries}
            selectedId={selectedId}
            onSelect={onSelect}
            outlines={outlines}
            width={width}
            height={height}
          />
        )}
        {wells.length === 0 && state !== 'loading' && (
          <div className="absolute inset-0 flex items-center justify-center bg-canvas/80">
            <EmptyState title={mapTexts.noWells} description={mapTexts.noWellsHint} />
          </div>
        )}
        {popup !== null && <MapPopup {...popup} />}
        <div className="absolute top-2 right-2 z-20 flex flex-col gap-1">
          <MapButton
            ref={listButton}
            label={listed ? mapTexts.hideList : mapTexts.listWells}
            onClick={() => {
              setListed(!listed);
            }}
          >
            {listed ? <X aria-hidden /> : <List aria-hidden />}
          </MapButton>
          {state === 'map' && (
            <>
              <MapButton label={controlTexts.zoomIn} onClick={() => control.current?.zoom(1)}>
                <Plus aria-hidden />
              </MapButton>
              <MapButton label={controlTexts.zoomOut} onClick={() => control.current?.zoom(-1)}>
                <Minus aria-hidden />
              </MapButton>
              <MapButton label={mapTexts.showAllWells} onClick={() => control.current?.fit()}>
                <Maximize aria-hidden />
              </MapButton>
            </>
          )}
        </div>
        {listed && (
          <div
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              setListed(false);
              listButton.current?.focus();
            }}
            className="absolute inset-y-2 left-2 z-20 w-60 max-w-[calc(100%-4rem)] rounded-lg bg-raised p-2 shadow-overlay"
          >
            <PlaceList
              wells={wells}
              entries={entries}
              selectedId={selectedId}
              onSelect={onSelect}
              onPoint={(place) => {
                const at = place === null ? undefined : control.current?.reveal(place.position);
                setPopup(
                  place === null || at === undefined
                    ? null
                    : {
                        well: place.well,
                        entries: place.entry === undefined ? [] : [place.entry],
                        x: at.x,
                        y: at.y,
                      },
                );
              }}
            />
          </div>
        )}
      </div>
      <div className="border-t border-line bg-surface px-3 py-1.5">
        <MapLegend wells={wells} entries={entries} />
        {state === 'drawing' && wells.length > 0 && (
          <p className="text-xs text-ink-subtle">{mapTexts.plainDrawing}</p>
        )}
      </div>
    </div>
  );
}

/** What stands where the pointer is: one well, and all entries. */
const placesOf = (ids: readonly string[], wells: readonly MapWell[], entries: readonly MapEntry[]) => ({
  well: wells.find(({ id }) => ids.includes(id)),
  entries: entries.filter(({ id }) => ids.includes(id)),
});

function MapButton(props: Omit<IconButtonProps, 'size' | 'variant'>) {
  return <IconButton {...props} size="sm" variant="secondary" />;
}
