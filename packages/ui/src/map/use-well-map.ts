'use client';

/** The map's life inside React: what it needs is loaded when the first map is shown. */
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { Position } from './geometry.ts';
import type { MapEntry } from './markers/entry-shape.ts';
import type { TileOptions } from './map-style.ts';
import { loadUsOutlines, type UsOutlines } from './us-outlines.ts';
import { hasWebGl } from './webgl.ts';
import { createWellMap, type WellMapControl, type WellMapEvents } from './well-map.ts';
import type { MapWell } from './markers/well-shape.ts';

export type MapState = 'loading' | 'map' | 'drawing';

export interface WellMapInput extends Omit<WellMapEvents, 'onReady'> {
  wells: readonly MapWell[];
  /** Stable between renders. */
  entries?: readonly MapEntry[];
  selectedId: string | null;
  /** Where a photo was taken: marked, and brought into sight with the wells. Stable between renders. */
  photo?: Position | null;
  tileUrl: string | undefined;
  tileAttribution: string | undefined;
  workerUrl: string | undefined;
}

export interface UsedWellMap {
  /** `drawing`: there is no WebGL, or the map failed. */
  state: MapState;
  outlines: UsOutlines | null;
  control: RefObject<WellMapControl | null>;
}

/** A map that has drawn nothing by then never will, as when its worker is blocked: the drawing takes over. In ms. */
const PATIENCE = 20_000;

/** Where bundlers put MapLibre's worker: they find this pattern, and not the library's own way to it. */
const bundledWorkerUrl = (): string =>
  new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;

const NO_ENTRIES: readonly MapEntry[] = [];

export function useWellMap(box: RefObject<HTMLDivElement | null>, input: WellMapInput): UsedWellMap {
  const {
    wells,
    entries = NO_ENTRIES,
    selectedId,
    photo = null,
    tileUrl,
    tileAttribution,
    workerUrl,
  } = input;
  const [state, setState] = useState<MapState>('loading');
  const [outlines, setOutlines] = useState<UsOutlines | null>(null);
  const control = useRef<WellMapControl | null>(null);
  const onSelect = useEffectEvent(input.onSelect);
  const onHover = useEffectEvent(input.onHover);
  const current = useEffectEvent(() => ({ wells, entries, selectedId, photo }));

  useEffect(() => {
    let left = false;
    let patience: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      control.current?.destroy();
      control.current = null;
      if (!left) setState('drawing');
    };
    const start = async () => {
      const library = hasWebGl() ? await import('maplibre-gl') : null;
      // Without outlines the wells are still worth showing.
      const loaded = await loadUsOutlines().catch(() => null);
      const element = box.current;
      if (left || element === null) return;
      setOutlines(loaded);
      if (library === null || loaded === null) {
        setState('drawing');
        return;
      }
      library.setWorkerUrl(workerUrl ?? bundledWorkerUrl());
      const tiles: TileOptions | null =
        tileUrl === undefined ? null : { url: tileUrl, attribution: tileAttribution };
      patience = setTimeout(draw, PATIENCE);
      control.current = createWellMap(library, element, loaded, tiles, current(), {
        onSelect: (ids) => {
          onSelect(ids);
        },
        onHover: (hover) => {
          onHover(hover);
        },
        onReady: () => {
          clearTimeout(patience);
          if (!left) setState('map');
        },
      });
    };
    start().catch(draw);
    return () => {
      left = true;
      clearTimeout(patience);
      control.current?.destroy();
      control.current = null;
    };
    // Another photo is another map: it stands for one place.
  }, [box, photo, tileUrl, tileAttribution, workerUrl]);

  useEffect(() => {
    control.current?.show({ wells, entries, selectedId });
  }, [wells, entries, selectedId, state]);

  return { state, outlines, control };
}
