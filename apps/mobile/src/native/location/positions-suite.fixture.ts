/** What every source of positions must do. The test of each adapter calls this with a device that it can move. */
import type { Fix } from '@wellpulse/domain';
import { describe, expect, test, vi } from 'vitest';
import type { Positions, PositionTrouble } from '../ports.ts';

/** The device below an adapter. */
export interface DeviceUnderTest {
  readonly positions: Positions;
  /** What its person says once they are asked; and whether they said it before. */
  says(answer: 'YES' | 'NO', isKnown: boolean): void;
  /** It measures where it is. */
  measures(latitude: number, longitude: number, accuracyMetres: number | null, at: number): void;
  /** It measures nothing for now. */
  loses(): void;
  /** How often its person was asked. */
  readonly timesAsked: number;
  /** How many watches it runs, and whether each was asked to be as exact as it can. */
  readonly watches: readonly { readonly isExact: boolean }[];
}

const AT = Date.UTC(2025, 9, 20, 14, 30);

/** `unpack` makes a device whose person was never asked. */
export function describePositions(name: string, unpack: () => DeviceUnderTest): void {
  describe(`${name} as a source of positions`, () => {
    const watched = async (device: DeviceUnderTest) => {
      const fixes: Fix[] = [];
      const troubles: PositionTrouble[] = [];
      const stop = device.positions.watch(
        (fix) => fixes.push(fix),
        (trouble) => troubles.push(trouble),
      );
      await vi.waitFor(() => {
        expect(device.watches.length + troubles.length).toBeGreaterThan(0);
      });
      return { fixes, troubles, stop };
    };

    test('knows without a question how it stands', async () => {
      const device = unpack();
      expect(await device.positions.access()).toBe('ASKABLE');
      device.says('YES', true);
      expect(await device.positions.access()).toBe('GRANTED');
      device.says('NO', true);
      expect(await device.positions.access()).toBe('REFUSED');
      expect(device.timesAsked).toBe(0);
    });

    test('asks once, and measures what it is allowed to, as exactly as it can', async () => {
      const device = unpack();
      device.says('YES', false);
      expect(await device.positions.ask()).toBe('GRANTED');
      const { fixes, troubles, stop } = await watched(device);
      device.measures(31.84571234567, -102.3676, 5, AT);
      device.measures(31.8458, -102.3676, 3, AT + 1000);
      expect(fixes).toEqual([
        {
          latitude: 31.8457123,
          longitude: -102.3676,
          accuracyFeet: 16.4,
          capturedAt: '2025-10-20T14:30:00.000Z',
        },
        {
          latitude: 31.8458,
          longitude: -102.3676,
          accuracyFeet: 9.8,
          capturedAt: '2025-10-20T14:30:01.000Z',
        },
      ]);
      expect([device.timesAsked, device.watches, troubles]).toEqual([1, [{ isExact: true }], []]);
      stop();
    });

    test('says that its person does not want it', async () => {
      const device = unpack();
      device.says('NO', false);
      const asked = await device.positions.ask();
      const { fixes, troubles, stop } = asked === 'REFUSED' ? NOTHING : await watched(device);
      expect([asked, ...troubles]).toContain('REFUSED');
      expect(fixes).toEqual([]);
      stop();
    });

    test('leaves out what nobody can use, and says that it has lost its way', async () => {
      const device = unpack();
      device.says('YES', true);
      const { fixes, troubles, stop } = await watched(device);
      device.measures(31.8457, -102.3676, null, AT);
      device.measures(Number.NaN, -102.3676, 5, AT);
      device.loses();
      expect([fixes, troubles]).toEqual([[], ['NO_FIX']]);
      stop();
    });

    test('tells nothing more once nobody listens, and measures nothing more', async () => {
      const device = unpack();
      device.says('YES', true);
      const { fixes, troubles, stop } = await watched(device);
      stop();
      device.measures(31.8457, -102.3676, 5, AT);
      device.loses();
      expect([fixes, troubles]).toEqual([[], []]);
      await vi.waitFor(() => {
        expect(device.watches).toEqual([]);
      });
    });

    test('ends also where nobody listens any more before it has begun', async () => {
      const device = unpack();
      device.says('YES', true);
      const told: unknown[] = [];
      device.positions.watch(
        (fix) => told.push(fix),
        (trouble) => told.push(trouble),
      )();
      // Whatever was under way is over then.
      await new Promise((resolve) => setTimeout(resolve, 10));
      device.measures(31.8457, -102.3676, 5, AT);
      expect([told, device.watches]).toEqual([[], []]);
    });
  });
}

const NOTHING = { fixes: [], troubles: [], stop: () => undefined };
