import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { boundsOf, flatProjection, grown, linesPath } from './geometry.ts';
import { entryIconName, lookOfEntryIcon } from './markers/entry-icon.ts';
import { entrySentence, lookOfEntry, type MapEntry } from './markers/entry-shape.ts';
import { placeFeatures } from './map-style.ts';
import { loadUsOutlines } from './us-outlines.ts';
import { iconName, lookOfIcon } from './markers/well-icon.ts';
import { wellSentence, type MapWell } from './markers/well-shape.ts';

const words = createWords('en');

const well = (change: Partial<MapWell>): MapWell => ({
  id: '1',
  name: 'Acme #7',
  latitude: 31.8457,
  longitude: -102.3676,
  status: 'ACTIVE',
  ...change,
});

describe('geometry', () => {
  const bounds = { west: -103, south: 31, east: -101, north: 33 };

  it('finds the box around positions', () => {
    expect(boundsOf([well({}), well({ latitude: 32, longitude: -103 })])).toEqual({
      west: -103,
      south: 31.8457,
      east: -102.3676,
      north: 32,
    });
    expect(boundsOf([])).toBeNull();
    expect(grown(bounds, 0.1, 0.5)).toEqual({ west: -103.5, south: 30.5, east: -100.5, north: 33.5 });
  });

  it('draws north up, west left, and the middle in the middle', () => {
    const project = flatProjection(bounds, 400, 200);
    expect(project({ latitude: 32, longitude: -102 })).toEqual({ x: 200, y: 100 });
    expect(project({ latitude: 33, longitude: -102 }).y).toBeCloseTo(0);
    expect(project({ latitude: 32, longitude: -103 }).x).toBeLessThan(200);
  });

  it('draws only the pieces of lines that are in sight', () => {
    const flat = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({
      x: longitude,
      y: latitude,
    });
    const line = [
      [-110, 32],
      [-102, 32],
      [-90, 32],
      [-80, 32],
    ];
    expect(linesPath([line], bounds, flat)).toBe('M-110.0 32.0L-102.0 32.0L-90.0 32.0');
  });
});

describe('wells on the map', () => {
  it('name their picture by everything it shows', () => {
    const look = { status: 'SHUT_IN', missing: true, alerted: false, selected: true } as const;
    expect(lookOfIcon(iconName(look))).toEqual(look);
    expect(lookOfIcon('marker')).toBeNull();
    expect(lookOfIcon('well UNKNOWN')).toBeNull();
  });

  it('draw what needs attention above its neighbours', () => {
    const wells = [well({}), well({ id: '2', entered: false }), well({ id: '3' })];
    const { features } = placeFeatures({ wells, entries: [], selectedId: '3' });
    expect(features.map((feature) => feature.properties.order)).toEqual([0, 1, 2]);
  });

  it('say in words what their picture shows', () => {
    expect(wellSentence(words, well({ status: 'SHUT_IN', entered: false, alertCount: 2 }))).toBe(
      'Acme #7, shut in, not entered, 2 alerts',
    );
  });
});

const entry = (distanceFeet: number | null): MapEntry => ({
  id: 'e',
  kind: 'PRODUCTION',
  wellId: '1',
  name: 'Acme #7',
  by: 'Jo Ortiz, 6:41',
  location: {
    latitude: 31.8467,
    longitude: -102.3676,
    accuracyFeet: 16,
    capturedAt: '2025-10-24T11:41:00.000Z',
    distanceFeet,
  },
});

describe('entries on the map', () => {
  it('stand where the person stood, above the wells', () => {
    const { features } = placeFeatures({ wells: [well({})], entries: [entry(365)], selectedId: null });
    expect(features.at(-1)).toMatchObject({
      geometry: { coordinates: [-102.3676, 31.8467] },
      properties: { id: 'e', icon: 'entry PRODUCTION', order: 3 },
    });
  });

  it('name their picture by everything it shows', () => {
    const look = { kind: 'MAINTENANCE', far: true } as const;
    expect(lookOfEntryIcon(entryIconName(look))).toEqual(look);
    expect(lookOfEntryIcon('well ACTIVE')).toBeNull();
  });

  it('warn beyond 500 ft, by their look and in words', () => {
    expect(lookOfEntry(entry(500)).far).toBe(false);
    expect(lookOfEntry(entry(700)).far).toBe(true);
    expect(entrySentence(words, entry(365))).toBe(
      'Entry Acme #7, Jo Ortiz, 6:41, 365 ft from the well, within 16 ft',
    );
    expect(entrySentence(words, entry(700))).toMatch(/700 ft from the well, within 16 ft, over 500 ft away$/);
    expect(entrySentence(words, entry(null))).toMatch(/distance from the well not known, within 16 ft$/i);
  });
});

describe('the outlines', () => {
  it('come with the names of the counties at their places', async () => {
    const { countyNames, stateLines } = await loadUsOutlines();
    const ector = countyNames.filter((county) => county.properties.name === 'Ector');
    expect(ector).toHaveLength(1);
    expect(ector[0]?.geometry.coordinates[0]).toBeCloseTo(-102.54, 1);
    expect(ector[0]?.geometry.coordinates[1]).toBeCloseTo(31.87, 1);
    expect(stateLines.coordinates.length).toBeGreaterThan(50);
  });
});
