'use client';

import { List, Maximize, Minus, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { IconButton, type IconButtonProps } from '../components/IconButton.tsx';
import { Skeleton } from '../components/Skeleton.tsx';
import { cx } from '../lib/cx.ts';
import { MapLegend } from './MapLegend.tsx';
import { useWellMap } from './use-well-map.ts';
import { useWidth } from './use-width.ts';
import { WellList } from './WellList.tsx';
import { WellPopup, type WellPopupProps } from './WellPopup.tsx';
import { WellScatter } from './WellScatter.tsx';
import type { MapWell } from './well-shape.ts';

export interface WellMapProps {
  /** Stable between renders as long as they say the same. Wells without a position are the host's to leave out. */
  wells: readonly MapWell[];
  selectedId?: string | null;
  onSelect: (id: string) => void;
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

/** Wells by place and status, with a list for the keyboard; a plain drawing where there is no WebGL. */
export function WellMap(props: WellMapProps) {
  const { wells, selectedId = null, onSelect, label = 'Map of wells', height = 360, className } = props;
  const box = useRef<HTMLDivElement>(null);
  const listButton = useRef<HTMLButtonElement>(null);
  const [popup, setPopup] = useState<WellPopupProps | null>(null);
  const [listed, setListed] = useState(false);
  const { state, outlines, control } = useWellMap(box, {
    wells,
    selectedId,
    tileUrl: props.tileUrl,
    tileAttribution: props.tileAttribution,
    workerUrl: props.workerUrl,
    onSelect,
    onHover: (hover) => {
      const well = hover === null ? undefined : wells.find((candidate) => candidate.id === hover.id);
      setPopup(hover === null || well === undefined ? null : { well, x: hover.x, y: hover.y });
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
            selectedId={selectedId}
            onSelect={onSelect}
            outlines={outlines}
            width={width}
            height={height}
          />
        )}
        {wells.length === 0 && state !== 'loading' && (
          <div className="absolute inset-0 flex items-center justify-center bg-canvas/80">
            <EmptyState title="No wells to show" description="Wells appear here once they have a position." />
          </div>
        )}
        {popup !== null && <WellPopup {...popup} />}
        <div className="absolute top-2 right-2 z-20 flex flex-col gap-1">
          <MapButton
            ref={listButton}
            label={listed ? 'Hide the list of wells' : 'List the wells'}
            onClick={() => {
              setListed(!listed);
            }}
          >
            {listed ? <X aria-hidden /> : <List aria-hidden />}
          </MapButton>
          {state === 'map' && (
            <>
              <MapButton label="Zoom in" onClick={() => control.current?.zoom(1)}>
                <Plus aria-hidden />
              </MapButton>
              <MapButton label="Zoom out" onClick={() => control.current?.zoom(-1)}>
                <Minus aria-hidden />
              </MapButton>
              <MapButton label="Show all wells" onClick={() => control.current?.fit()}>
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
            <WellList
              wells={wells}
              selectedId={selectedId}
              onSelect={onSelect}
              onPoint={(well) => {
                const place = well === null ? undefined : control.current?.reveal(well);
                setPopup(well === null || place === undefined ? null : { well, x: place.x, y: place.y });
              }}
            />
          </div>
        )}
      </div>
      <div className="border-t border-line bg-surface px-3 py-1.5">
        <MapLegend wells={wells} />
        {state === 'drawing' && wells.length > 0 && (
          <p className="text-xs text-ink-subtle">
            A plain drawing: this browser can’t show the map that zooms (it needs WebGL).
          </p>
        )}
      </div>
    </div>
  );
}

function MapButton(props: Omit<IconButtonProps, 'size' | 'variant'>) {
  return <IconButton {...props} size="sm" variant="secondary" />;
}
