/**
 * The outlines of the United States' counties and states (US Census Bureau, 1:10,000,000) as the map's base:
 * they come with the project, so that a map needs no tile server. Loaded once, when the first map is shown.
 */
import type {
  Feature,
  FeatureCollection,
  GeometryObject,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
  Position as GeoJsonPosition,
} from 'geojson';
import type { feature, mesh } from 'topojson-client';
import { boundsOf, type Bounds } from './geometry.ts';

type Topology = Parameters<typeof feature>[0];
type Collection = Extract<Parameters<typeof mesh>[1], { type: 'GeometryCollection' }>;

export interface UsOutlines {
  land: Feature | FeatureCollection;
  countyLines: MultiLineString;
  stateLines: MultiLineString;
  /** A point inside each county, about its middle, with its name. */
  countyNames: Feature<Point, { name: string }>[];
}

let loading: Promise<UsOutlines> | null = null;

/** Rejects when the outlines can't be loaded, as without a network; a later call tries again. */
export function loadUsOutlines(): Promise<UsOutlines> {
  loading ??= load().catch((problem: unknown) => {
    loading = null;
    throw problem;
  });
  return loading;
}

async function load(): Promise<UsOutlines> {
  const [topojson, atlas] = await Promise.all([
    import('topojson-client'),
    import('us-atlas/counties-10m.json'),
  ]);
  const topology: unknown = atlas.default;
  if (!isTopology(topology)) throw new Error('The outlines of the counties are damaged.');
  return outlinesOf(topology, topojson.feature, topojson.mesh);
}

function isTopology(value: unknown): value is Topology {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Topology';
}

function isCollection(value: unknown): value is Collection {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'GeometryCollection'
  );
}

function outlinesOf(topology: Topology, toFeature: typeof feature, toMesh: typeof mesh): UsOutlines {
  const { nation, states, counties } = topology.objects;
  if (nation === undefined || !isCollection(states) || !isCollection(counties)) {
    throw new Error('The outlines of the counties are incomplete.');
  }
  return {
    land: toFeature(topology, nation),
    countyLines: toMesh(topology, counties, (left, right) => left !== right),
    stateLines: toMesh(topology, states),
    countyNames: toFeature(topology, counties).features.flatMap((county) => {
      const name = nameOf(county.properties);
      const middle = middleOf(county.geometry);
      if (name === null || middle === null) return [];
      return [{ type: 'Feature', geometry: { type: 'Point', coordinates: middle }, properties: { name } }];
    }),
  };
}

function nameOf(properties: unknown): string | null {
  if (typeof properties !== 'object' || properties === null || !('name' in properties)) return null;
  return typeof properties.name === 'string' ? properties.name : null;
}

/** The middle of the largest ring's bounds: counties are boxy enough for a label. */
function middleOf(geometry: GeometryObject): [number, number] | null {
  const rings = outerRings(geometry);
  const [largest] = rings
    .map((ring) => boundsOf(ring.map(([longitude = 0, latitude = 0]) => ({ longitude, latitude }))))
    .filter((bounds) => bounds !== null)
    .sort((left, right) => areaOf(right) - areaOf(left));
  return largest === undefined
    ? null
    : [(largest.west + largest.east) / 2, (largest.south + largest.north) / 2];
}

const areaOf = ({ west, south, east, north }: Bounds): number => (east - west) * (north - south);

function outerRings(geometry: GeometryObject): GeoJsonPosition[][] {
  if (isA<Polygon>(geometry, 'Polygon')) return geometry.coordinates.slice(0, 1);
  if (isA<MultiPolygon>(geometry, 'MultiPolygon'))
    return geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1));
  return [];
}

function isA<Kind extends GeometryObject>(geometry: GeometryObject, type: Kind['type']): geometry is Kind {
  return geometry.type === type;
}
