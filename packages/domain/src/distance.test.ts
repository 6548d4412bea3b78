import { describe, expect, it } from 'vitest';
import { distanceFeet, isBeyondGeofence, metresToFeet } from './distance.ts';

const well = { latitude: 31.8457, longitude: -102.3676 };

describe('a distance', () => {
  it('is none from a place to itself', () => {
    expect(distanceFeet(well, well)).toBe(0);
  });

  it('of a degree of latitude is 364,826 feet, in either direction', () => {
    const north = { ...well, latitude: well.latitude + 1 };
    expect(distanceFeet(well, north)).toBeCloseTo(364_826, -2);
    expect(distanceFeet(north, well)).toBeCloseTo(364_826, -2);
  });

  it('of a degree of longitude shrinks with the cosine of the latitude', () => {
    const east = { ...well, longitude: well.longitude + 1 };
    expect(distanceFeet(well, east)).toBeCloseTo(364_826 * Math.cos((well.latitude * Math.PI) / 180), -2);
  });

  it('goes the short way across the date line, and to the other side of the earth', () => {
    expect(distanceFeet({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(
      364_826,
      -2,
    );
    expect(distanceFeet({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
      65_668_686,
      -4,
    );
  });

  it('reads metres as feet', () => {
    expect(metresToFeet(5)).toBeCloseTo(16.4, 1);
  });
});

describe('the geofence', () => {
  it.each([
    [0, false],
    [500, false],
    [500.1, true],
    [null, false],
  ])('%s feet from the well: beyond is %s', (feet, isBeyond) => {
    expect(isBeyondGeofence({ distanceFeet: feet })).toBe(isBeyond);
  });
});
