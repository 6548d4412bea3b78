/** The map's own style: land and borders from the project's outlines, wells on top, no server involved. */
import type { FeatureCollection, Point } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { Palette } from '../lib/palette.ts';
import { iconName } from './well-icon.ts';
import { lookOf, type MapWell } from './well-shape.ts';
import type { UsOutlines } from './us-outlines.ts';

export const WELLS_SOURCE = 'wells';
export const WELLS_LAYER = 'wells';

export type WellFeatures = FeatureCollection<Point, { id: string; icon: string; order: number }>;

export function wellFeatures(wells: readonly MapWell[], selectedId: string | null): WellFeatures {
  return {
    type: 'FeatureCollection',
    features: wells.map((well) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [well.longitude, well.latitude] },
      properties: {
        id: well.id,
        icon: iconName(lookOf(well, selectedId)),
        // What needs attention is drawn last, on top of its neighbours.
        order: well.id === selectedId ? 2 : well.entered === false || (well.alertCount ?? 0) > 0 ? 1 : 0,
      },
    })),
  };
}

export interface TileOptions {
  /** Raster tiles, `https://…/{z}/{x}/{y}.png`, drawn over the outlines. */
  url: string;
  attribution?: string | undefined;
}

export function mapStyle(
  outlines: UsOutlines,
  wells: WellFeatures,
  palette: Palette,
  tiles: TileOptions | null,
): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: outlines.land, tolerance: 0.2 },
      counties: { type: 'geojson', data: outlines.countyLines, tolerance: 0.2 },
      states: { type: 'geojson', data: outlines.stateLines, tolerance: 0.2 },
      [WELLS_SOURCE]: { type: 'geojson', data: wells },
      ...(tiles === null
        ? {}
        : {
            tiles: {
              type: 'raster',
              tiles: [tiles.url],
              tileSize: 256,
              ...(tiles.attribution === undefined ? {} : { attribution: tiles.attribution }),
            },
          }),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.colour('sunken') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.colour('canvas') } },
      ...(tiles === null ? [] : [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }]),
      {
        id: 'counties',
        type: 'line',
        source: 'counties',
        minzoom: 4,
        paint: { 'line-color': palette.colour('line-strong'), 'line-width': 1 },
      },
      {
        id: 'states',
        type: 'line',
        source: 'states',
        paint: { 'line-color': palette.colour('ink-subtle'), 'line-width': 1.25 },
      },
      {
        id: WELLS_LAYER,
        type: 'symbol',
        source: WELLS_SOURCE,
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'symbol-sort-key': ['get', 'order'],
          'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.55, 8, 0.85, 11, 1],
        },
      },
    ],
  };
}
