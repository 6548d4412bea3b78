import { describe, expect, it } from 'vitest';
import { isBeyondGeofence } from './distance.ts';
import { fixOf, isSharp, keptFix, locationAt, positionOf, type Fix } from './fixes.ts';

const AT = Date.UTC(2025, 9, 20, 14, 30);
const well = { latitude: 31.8457, longitude: -102.3676 };
/** A thousandth of a degree of latitude. */
const FEET_PER_MILLI = 364.813;

/** So many feet north of the well, so many seconds after the first one. */
const aFix = (feetNorth: number, accuracyFeet: number, seconds = 0): Fix => ({
  latitude: well.latitude + feetNorth / FEET_PER_MILLI / 1000,
  longitude: well.longitude,
  accuracyFeet,
  capturedAt: new Date(AT + seconds * 1000).toISOString(),
});

describe('what a platform measured', () => {
  it('is a fix in feet', () => {
    expect(fixOf({ ...well, accuracyMetres: 5, at: AT })).toEqual({
      ...well,
      accuracyFeet: 16.4,
      capturedAt: '2025-10-20T14:30:00.000Z',
    });
  });

  it.each([
    ['no accuracy', { accuracyMetres: null }],
    ['a wrong accuracy', { accuracyMetres: -1 }],
    ['an accuracy without end', { accuracyMetres: Number.POSITIVE_INFINITY }],
    ['no latitude', { latitude: Number.NaN }],
    ['a longitude that is not on earth', { longitude: 181 }],
    ['no time', { at: Number.NaN }],
    ['a time that no clock shows', { at: 1e15 }],
  ])('is none with %s', (_, wrong) => {
    expect(fixOf({ ...well, accuracyMetres: 5, at: AT, ...wrong })).toBeNull();
  });

  it.each([
    [0, true],
    [50, true],
    [50.1, false],
  ])('within %s feet is sharp: %s', (accuracyFeet, sharp) => {
    expect(isSharp({ accuracyFeet })).toBe(sharp);
  });
});

describe('of two fixes', () => {
  const first = aFix(0, 40);

  it('the only one stands', () => {
    expect(keptFix(null, first)).toBe(first);
  });

  it.each([
    ['the sharper one stands', aFix(30, 20, 1), 'fresh'],
    ['the newer one stands where both are as sharp', aFix(30, 40, 1), 'fresh'],
    ['the sharper one stays while the person may be at it', aFix(100, 70, 1), 'kept'],
    ['the newer one stands once the person is not at the other any more', aFix(120, 70, 1), 'fresh'],
    ['the sharper one stays for half a minute', aFix(60, 70, 30), 'kept'],
    ['the newer one stands after half a minute', aFix(60, 70, 30.1), 'fresh'],
  ])('%s', (_, fresh, stands) => {
    expect(keptFix(first, fresh)).toBe(stands === 'fresh' ? fresh : first);
  });
});

describe('a location', () => {
  it('tells the distance from the well, in whole feet', () => {
    expect(locationAt(aFix(125.4, 16), well)).toMatchObject({ accuracyFeet: 16, distanceFeet: 125 });
    expect(isBeyondGeofence(locationAt(aFix(499, 16), well))).toBe(false);
    expect(isBeyondGeofence(locationAt(aFix(502, 16), well))).toBe(true);
  });

  it('tells none from a well that nobody has measured', () => {
    const lost = positionOf({ latitude: null, longitude: -102 });
    expect(locationAt(aFix(0, 16), lost).distanceFeet).toBeNull();
    expect(positionOf(well)).toEqual(well);
  });
});
