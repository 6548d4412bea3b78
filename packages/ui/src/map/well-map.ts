/** One MapLibre map with wells and entries, outside of React. */
import type * as MapLibre from 'maplibre-gl';
import type { GeoJSONSource, Map as MapLibreMap, Marker } from 'maplibre-gl';
import { onThemeChange, readPalette, type Palette } from '../lib/read-palette.ts';
import { drawEntryIcon, lookOfEntryIcon } from './markers/entry-icon.ts';
import { boundsOf, contains, grown, type Bounds, type Position } from './geometry.ts';
import { photoMarker } from './markers/photo-marker.ts';
import {
  mapStyle,
  placeFeatures,
  PLACES_LAYER,
  PLACES_SOURCE,
  type MapContent,
  type TileOptions,
} from './map-style.ts';
import type { UsOutlines } from './us-outlines.ts';
import { drawIcon, lookOfIcon } from './markers/well-icon.ts';
import type { MapWell } from './markers/well-shape.ts';

export interface WellMapEvents {
  /** Everything is drawn for the first time. */
  onReady: () => void;
  /** These stand where was clicked, the topmost first. */
  onSelect: (ids: readonly string[]) => void;
  /** The pointer is over these, at these px of the map's box; null: over none, or the map moved. */
  onHover: (hover: { ids: readonly string[]; x: number; y: number } | null) => void;
}

export interface WellMapControl {
  show: (content: MapContent) => void;
  fit: () => void;
  zoom: (by: number) => void;
  /** Brings a position into sight, if it isn't, and gives its place on the map's box. */
  reveal: (position: Position) => { x: number; y: number };
  destroy: () => void;
}

/** The lower 48 states: what an empty map shows. */
const EVERYWHERE: Bounds = { west: -124.8, south: 24.5, east: -66.9, north: 49.4 };
const FIT_PADDING = 56;
/** Names of counties are only added near the wells, and only as many as can be read. */
const MAX_NAMES = 60;
const NAMES_FROM_ZOOM = 6.5;
/** Image pixels to a CSS pixel. */
const ICON_RATIO = 2;

type Library = typeof MapLibre;

const toLngLat = ({ west, south, east, north }: Bounds): [[number, number], [number, number]] => [
  [west, south],
  [east, north],
];

export function createWellMap(
  library: Library,
  element: HTMLElement,
  outlines: UsOutlines,
  tiles: TileOptions | null,
  first: MapContent & { photo: Position | null },
  events: WellMapEvents,
): WellMapControl {
  let palette = readPalette(element);
  let shown = placeFeatures(first);
  const { photo } = first;
  const boundsWith = (wells: readonly MapWell[]) => boundsOf(photo === null ? wells : [...wells, photo]);
  // Feet matter around a photo, miles among wells.
  const maxZoom = photo === null ? 12 : 17;
  let bounds = boundsWith(first.wells);
  const map = new library.Map({
    container: element,
    style: mapStyle(outlines, shown, palette, tiles),
    bounds: toLngLat(bounds ?? EVERYWHERE),
    fitBoundsOptions: { padding: FIT_PADDING, maxZoom },
    maxZoom: 17,
    attributionControl: tiles?.attribution === undefined ? false : { compact: true },
    // A well that changes its state changes at once.
    fadeDuration: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  map.setMissingStyleImageResolver((id) => {
    const icon = drawNamed(id, palette);
    if (icon !== null && !map.hasImage(id)) map.addImage(id, icon, { pixelRatio: ICON_RATIO });
  });
  listenToPlaces(map, events);
  void map.once('idle').then(events.onReady);
  if (photo !== null) {
    new library.Marker({ element: photoMarker() }).setLngLat([photo.longitude, photo.latitude]).addTo(map);
  }
  const names = labelCounties(library, map, outlines, first.wells);
  const forgetTheme = onThemeChange(() => {
    palette = readPalette(element);
    map.setStyle(mapStyle(outlines, shown, palette, tiles), { diff: false });
  });

  return {
    show: (content) => {
      const { wells } = content;
      shown = placeFeatures(content);
      // While the style still loads, it takes the places that it was built with; these are set once it is there.
      const set = () => {
        void map.getSource<GeoJSONSource>(PLACES_SOURCE)?.setData(shown);
      };
      if (map.getSource(PLACES_SOURCE) === undefined) void map.once('styledata').then(set);
      else set();
      const before = bounds;
      bounds = boundsWith(wells);
      if (before === null && bounds !== null) {
        names.add(wells);
        fitTo(map, bounds, maxZoom);
      }
    },
    fit: () => {
      fitTo(map, bounds ?? EVERYWHERE, maxZoom);
    },
    zoom: (by) => {
      map.zoomTo(map.getZoom() + by);
    },
    reveal: ({ latitude, longitude }) => {
      const at: [number, number] = [longitude, latitude];
      if (!map.getBounds().contains(at)) map.jumpTo({ center: at });
      return map.project(at);
    },
    destroy: () => {
      forgetTheme();
      names.remove();
      map.remove();
    },
  };
}

function fitTo(map: MapLibreMap, bounds: Bounds, maxZoom: number): void {
  map.fitBounds(toLngLat(bounds), { padding: FIT_PADDING, maxZoom, duration: 400 });
}

/** The image of a name that `placeFeatures` gave. */
function drawNamed(name: string, palette: Palette): ImageData | null {
  const well = lookOfIcon(name);
  if (well !== null) return drawIcon(well, palette, ICON_RATIO);
  const entry = lookOfEntryIcon(name);
  return entry === null ? null : drawEntryIcon(entry, palette, ICON_RATIO);
}

function listenToPlaces(map: MapLibreMap, { onSelect, onHover }: WellMapEvents): void {
  const idsAt = (features: readonly { properties: Record<string, unknown> }[] = []): string[] =>
    features.map(({ properties }) => properties.id).filter((id) => typeof id === 'string');
  map.on('click', PLACES_LAYER, (event) => {
    onSelect(idsAt(event.features));
  });
  map.on('mousemove', PLACES_LAYER, (event) => {
    map.getCanvas().style.cursor = 'pointer';
    onHover({ ids: idsAt(event.features), x: event.point.x, y: event.point.y });
  });
  map.on('mouseleave', PLACES_LAYER, () => {
    map.getCanvas().style.cursor = '';
    onHover(null);
  });
  map.on('movestart', () => {
    onHover(null);
  });
}

/** Names as HTML: text on the WebGL canvas would need a glyph server. */
function labelCounties(library: Library, map: MapLibreMap, outlines: UsOutlines, wells: readonly MapWell[]) {
  const markers: Marker[] = [];
  const showByZoom = () => {
    map.getContainer().toggleAttribute('data-county-names', map.getZoom() >= NAMES_FROM_ZOOM);
  };
  const add = (near: readonly MapWell[]) => {
    const bounds = boundsOf(near);
    if (bounds === null) return;
    const around = grown(bounds, 0.6, 0.5);
    for (const county of outlines.countyNames) {
      const [longitude = 0, latitude = 0] = county.geometry.coordinates;
      if (markers.length >= MAX_NAMES || !contains(around, { latitude, longitude })) continue;
      const element = document.createElement('span');
      element.textContent = county.properties.name;
      element.className = 'wp-county-name';
      element.ariaHidden = 'true';
      markers.push(new library.Marker({ element }).setLngLat([longitude, latitude]).addTo(map));
    }
  };
  add(wells);
  map.on('zoom', showByZoom);
  showByZoom();
  return {
    add,
    remove: () => {
      for (const marker of markers) marker.remove();
    },
  };
}
