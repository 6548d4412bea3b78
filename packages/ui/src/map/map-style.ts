/** The map's own style: land and borders from the project's outlines, wells on top, no server involved (ADR 8). */
import type { FeatureCollection, Point } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { Palette } from '../lib/read-palette.ts';
import { entryIconName } from './markers/entry-icon.ts';
import { lookOfEntry, type MapEntry } from './markers/entry-shape.ts';
import { iconName } from './markers/well-icon.ts';
import { lookOf, type MapWell } from './markers/well-shape.ts';
import type { Position } from './geometry.ts';
import type { UsOutlines } from './us-outlines.ts';

export const PLACES_SOURCE = 'places';
export const PLACES_LAYER = 'places';

export type PlaceFeatures = FeatureCollection<Point, { id: string; icon: string; order: number }>;

/** What is drawn: wells, and the entries that were made at them. */
export interface MapContent {
  wells: readonly MapWell[];
  entries: readonly MapEntry[];
  selectedId: string | null;
}

export function placeFeatures({ wells, entries, selectedId }: MapContent): PlaceFeatures {
  const ofWells = wells.map((well) => ({
    type: 'Feature' as const,
    geometry: pointOf(well),
    properties: {
      id: well.id,
      icon: iconName(lookOf(well, selectedId)),
      // What needs attention is drawn last, on top of its neighbours.
      order: well.id === selectedId ? 2 : well.entered === false || (well.alertCount ?? 0) > 0 ? 1 : 0,
    },
  }));
  const ofEntries = entries.map((entry) => ({
    type: 'Feature' as const,
    geometry: pointOf(entry.location),
    properties: { id: entry.id, icon: entryIconName(lookOfEntry(entry)), order: 3 },
  }));
  return { type: 'FeatureCollection', features: [...ofWells, ...ofEntries] };
}

const pointOf = ({ latitude, longitude }: Position): Point => ({
  type: 'Point',
  coordinates: [longitude, latitude],
});

export interface TileOptions {
  /** Raster tiles, `https://…/{z}/{x}/{y}.png`, drawn over the outlines. */
  url: string;
  attribution?: string | undefined;
}

export function mapStyle(
  outlines: UsOutlines,
  places: PlaceFeatures,
  palette: Palette,
  tiles: TileOptions | null,
): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: outlines.land, tolerance: 0.2 },
      counties: { type: 'geojson', data: outlines.countyLines, tolerance: 0.2 },
      states: { type: 'geojson', data: outlines.stateLines, tolerance: 0.2 },
      [PLACES_SOURCE]: { type: 'geojson', data: places },
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
        id: PLACES_LAYER,
        type: 'symbol',
        source: PLACES_SOURCE,
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
