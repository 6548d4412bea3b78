/** What chance gives on a phone and in a browser. */
import { describe, expect, test, vi } from 'vitest';
import { random } from './random.ts';
import { random as randomOfBrowser } from './random.web.ts';

vi.mock('expo-crypto', () => import('./expo-crypto.fixture.ts'));

describe.each([
  { name: 'a phone', bytes: random },
  { name: 'a browser', bytes: randomOfBrowser },
])('the chance of $name', ({ bytes }) => {
  test.each([0, 8, 12, 16, 32, 1024])('gives as many bytes as were asked for: %i', (count) => {
    expect(bytes(count)).toHaveLength(count);
  });

  test('gives others each time, and each value among many', () => {
    const drawn = Array.from({ length: 64 }, () => bytes(64));
    expect(new Set(drawn.map(String)).size).toBe(64);
    const values = new Set(Array.from({ length: 16 }, () => [...bytes(1024)]).flat());
    expect(values.size).toBe(256);
  });
});
