'use client';

import { useRef } from 'react';
import { Skeleton } from '../components/display/Skeleton.tsx';
import { cx } from '../lib/cx.ts';
import type { Position } from './geometry.ts';
import { PhotoGlyph } from './markers/PhotoGlyph.tsx';
import { useWellMap } from './use-well-map.ts';
import { useWidth } from './use-width.ts';
import { WellGlyph } from './markers/WellGlyph.tsx';
import { WellScatter } from './WellScatter.tsx';
import { lookOf, type MapWell } from './markers/well-shape.ts';
import { useWords } from '../lib/words-context.tsx';

export interface PhotoMapProps {
  /** Stable between renders, as the wells. */
  photo: Position;
  /** Those to show with it: the one where the item stands. */
  wells: readonly MapWell[];
  /** In px. */
  height: number;
  tileUrl?: string;
  className?: string;
}

const nothing = () => undefined;

/** Where a photo was taken, with the well. How far that is, is said in words beside it. */
export function PhotoMap({ photo, wells, height, tileUrl, className }: PhotoMapProps) {
  const { mapTexts } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { state, outlines } = useWellMap(box, {
    wells,
    selectedId: null,
    photo,
    tileUrl,
    tileAttribution: undefined,
    workerUrl: undefined,
    onSelect: nothing,
    onHover: nothing,
  });
  const width = useWidth(box);
  return (
    <div className={cx('flex flex-col', className)}>
      <div
        role="region"
        aria-label={mapTexts.wherePhotoTaken}
        className="relative overflow-hidden bg-sunken"
        style={{ height }}
      >
        <div ref={box} className="absolute inset-0" />
        {state === 'loading' && <Skeleton className="absolute inset-0 h-full w-full" />}
        {state === 'drawing' && (
          <WellScatter
            wells={wells}
            selectedId={null}
            photo={photo}
            onSelect={nothing}
            outlines={outlines}
            width={width}
            height={height}
          />
        )}
      </div>
      <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-surface px-3 py-1.5 text-xs text-ink-muted">
        <li className="flex items-center gap-1.5">
          <PhotoGlyph />
          {mapTexts.photo}
        </li>
        {wells.map((well) => (
          <li key={well.id} className="flex min-w-0 items-center gap-1">
            <WellGlyph look={lookOf(well, null)} />
            <span className="truncate">{well.name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
