'use client';

import { useMemo } from 'react';
import { STATUS_LOOKS } from '../components/StatusBadge.tsx';
import { boundsOf, flatProjection, grown, linesPath, type Position } from './geometry.ts';
import { PhotoGlyph } from './PhotoGlyph.tsx';
import type { UsOutlines } from './us-outlines.ts';
import { WellGlyph } from './WellGlyph.tsx';
import { lookOf, wellSentence, type MapWell } from './well-shape.ts';

export interface WellScatterProps {
  wells: readonly MapWell[];
  selectedId: string | null;
  /** Where a photo was taken; the drawing then goes as near as feet. */
  photo?: Position | null;
  onSelect: (id: string) => void;
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

/** The same wells at the same places as a drawing, for browsers without WebGL. It doesn't zoom. */
export function WellScatter(props: WellScatterProps) {
  const { wells, selectedId, photo = null, onSelect, outlines, width, height } = props;
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
      {wells.map((well) => {
        const { x, y } = project(well);
        const sentence = wellSentence(well, STATUS_LOOKS[well.status].label);
        return (
          <button
            key={well.id}
            type="button"
            // The list beside the drawing is the keyboard's way to the wells.
            tabIndex={-1}
            aria-label={sentence}
            title={sentence}
            onClick={() => {
              onSelect(well.id);
            }}
            className="absolute size-6 -translate-1/2 rounded-full"
            style={{ left: x, top: y }}
          >
            <WellGlyph look={lookOf(well, selectedId)} />
          </button>
        );
      })}
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
