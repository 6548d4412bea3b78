/** Positions on the map, in degrees of WGS 84. */

export interface Position {
  latitude: number;
  longitude: number;
}

export interface Bounds {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The smallest box around the positions; null without any. */
export function boundsOf(positions: readonly Position[]): Bounds | null {
  const [first] = positions;
  if (first === undefined) return null;
  const bounds = {
    west: first.longitude,
    south: first.latitude,
    east: first.longitude,
    north: first.latitude,
  };
  for (const { latitude, longitude } of positions) {
    bounds.west = Math.min(bounds.west, longitude);
    bounds.east = Math.max(bounds.east, longitude);
    bounds.south = Math.min(bounds.south, latitude);
    bounds.north = Math.max(bounds.north, latitude);
  }
  return bounds;
}

/** The box with `share` of its size (and at least `minimum` degrees) more on every side. */
export function grown({ west, south, east, north }: Bounds, share: number, minimum: number): Bounds {
  const dx = Math.max(minimum, (east - west) * share);
  const dy = Math.max(minimum, (north - south) * share);
  return { west: west - dx, south: south - dy, east: east + dx, north: north + dy };
}

export function contains(bounds: Bounds, { latitude, longitude }: Position): boolean {
  return (
    longitude >= bounds.west &&
    longitude <= bounds.east &&
    latitude >= bounds.south &&
    latitude <= bounds.north
  );
}

export interface FlatPoint {
  x: number;
  y: number;
}

/**
 * A flat drawing of the bounds in a box of `width` x `height`: equirectangular, true to scale at the middle
 * latitude, the bounds centred. Good for the extent of a field, where the earth is flat enough.
 */
export function flatProjection(
  bounds: Bounds,
  width: number,
  height: number,
): (position: Position) => FlatPoint {
  const middle = { x: (bounds.west + bounds.east) / 2, y: (bounds.south + bounds.north) / 2 };
  const squeeze = Math.cos((middle.y * Math.PI) / 180);
  const spanX = Math.max(1e-9, (bounds.east - bounds.west) * squeeze);
  const spanY = Math.max(1e-9, bounds.north - bounds.south);
  const scale = Math.min(width / spanX, height / spanY);
  return ({ latitude, longitude }) => ({
    x: width / 2 + (longitude - middle.x) * squeeze * scale,
    y: height / 2 - (latitude - middle.y) * scale,
  });
}

/** SVG paths of lines, without the pieces that lie wholly outside of `bounds`. */
export function linesPath(
  lines: readonly (readonly (readonly number[])[])[],
  bounds: Bounds,
  project: (position: Position) => FlatPoint,
): string {
  let path = '';
  for (const line of lines) {
    let drawing = false;
    let before: Position | null = null;
    for (const [longitude = 0, latitude = 0] of line) {
      const here = { latitude, longitude };
      const inside = contains(bounds, here);
      if (before !== null && (inside || drawing || contains(bounds, before))) {
        if (!drawing) path += `M${coordinates(project(before))}`;
        path += `L${coordinates(project(here))}`;
      }
      drawing = before !== null && inside;
      before = here;
    }
  }
  return path;
}

const coordinates = ({ x, y }: FlatPoint): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
