'use client';

import { useMemo, type ReactNode } from 'react';
import { useWords } from '../lib/words-context.tsx';
import { EntryGlyph } from './markers/EntryGlyph.tsx';
import { entrySentence, lookOfEntry, type MapEntry } from './markers/entry-shape.ts';
import { boundsOf, flatProjection, grown, linesPath, type Position } from './geometry.ts';
import { PhotoGlyph } from './markers/PhotoGlyph.tsx';
import { cx } from '../lib/cx.ts';
import type { UsOutlines } from './us-outlines.ts';
import { WellGlyph } from './markers/WellGlyph.tsx';
import { lookOf, wellSentence, type MapWell } from './markers/well-shape.ts';

export interface WellScatterProps {
  wells: readonly MapWell[];
  entries?: readonly MapEntry[];
  selectedId: string | null;
  /** Where a photo was taken; the drawing then goes as near as feet. */
  photo?: Position | null;
  onSelect: (wellId: string) => void;
  /** Null as long as they load, or where they can't be loaded: the wells show without them. */
  outlines: UsOutlines | null;
  /** In px. */
  width: number;
  height: number;
}

const PADDING = 40;
/** How much is shown around a single place, in degrees: a mile around wells, 70 feet around a photo. */
const NEAR_WELLS = 0.02;
const NEAR_PHOTO = 0.0002;

const NO_ENTRIES: readonly MapEntry[] = [];

/** The same wells and entries at the same places as a drawing, for browsers without WebGL. It doesn't zoom. */
export function WellScatter(props: WellScatterProps) {
  const words = useWords();
  const { wells, entries = NO_ENTRIES, selectedId, photo = null, onSelect, outlines, width, height } = props;
  const bounds = useMemo(() => {
    const around = boundsOf(photo === null ? wells : [...wells, photo]);
    return around === null ? null : grown(around, 0.04, photo === null ? NEAR_WELLS : NEAR_PHOTO);
  }, [wells, photo]);
  const project = useMemo(() => {
    if (bounds === null) return null;
    const inside = flatProjection(
      bounds,
      Math.max(1, width - 2 * PADDING),
      Math.max(1, height - 2 * PADDING),
    );
    return (position: { latitude: number; longitude: number }) => {
      const { x, y } = inside(position);
      return { x: x + PADDING, y: y + PADDING };
    };
  }, [bounds, width, height]);
  const borders = useMemo(() => {
    if (bounds === null || project === null || outlines === null) return null;
    const inSight = grown(bounds, 3, 3);
    return {
      counties: linesPath(outlines.countyLines.coordinates, inSight, project),
      states: linesPath(outlines.stateLines.coordinates, inSight, project),
    };
  }, [bounds, project, outlines]);
  if (project === null) return null;
  return (
    <div className="absolute inset-0 overflow-hidden bg-canvas">
      <svg aria-hidden width={width} height={height} className="absolute inset-0" fill="none">
        {borders !== null && (
          <>
            <path d={borders.counties} className="stroke-line-strong" />
            <path d={borders.states} className="stroke-ink-subtle" strokeWidth={1.25} />
          </>
        )}
      </svg>
      {wells.map((well) => (
        <Mark
          key={well.id}
          at={project(well)}
          sentence={wellSentence(words, well)}
          onSelect={() => {
            onSelect(well.id);
          }}
        >
          <WellGlyph look={lookOf(well, selectedId)} />
        </Mark>
      ))}
      {entries.map((entry) => (
        <Mark
          key={entry.id}
          // Its pin leans away from the place, so that a well below it can still be pointed at.
          at={project(entry.location)}
          className="size-4 -translate-full"
          sentence={entrySentence(words, entry)}
          onSelect={() => {
            onSelect(entry.wellId);
          }}
        >
          <EntryGlyph look={lookOfEntry(entry)} className="absolute -right-3 -bottom-3" />
        </Mark>
      ))}
      {photo !== null && (
        <span
          className="pointer-events-none absolute -translate-1/2"
          style={{ left: project(photo).x, top: project(photo).y }}
        >
          <PhotoGlyph />
        </span>
      )}
    </div>
  );
}

interface MarkProps {
  at: { x: number; y: number };
  sentence: string;
  onSelect: () => void;
  className?: string;
  children: ReactNode;
}

const Mark = ({ at, sentence, onSelect, className = 'size-6 -translate-1/2', children }: MarkProps) => (
  <button
    type="button"
    // The list beside the drawing is the keyboard's way to the places.
    tabIndex={-1}
    aria-label={sentence}
    title={sentence}
    onClick={onSelect}
    className={cx('absolute rounded-full', className)}
    style={{ left: at.x, top: at.y }}
  >
    {children}
  </button>
);
