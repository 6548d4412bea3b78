/**
 * Real programs, killed for real: several `wellpulse-device`, the API and PostgreSQL. `npm run kill-rounds` plays as many
 * rounds as one likes, also with other seeds.
 */
import { times } from '@wellpulse/testing/depth';
import { expect, test } from 'vitest';
import { playKillRounds } from './kill-rounds.ts';

test('whatever is killed, every entry that was acknowledged is at the server exactly once', async () => {
  const report = await playKillRounds({ rounds: times(5, 25), devices: times(2, 3), seed: 20251020 });
  expect(report.faults).toEqual([]);
  expect(report.log).toContain('all in order');
  expect(report.acknowledged).toBeGreaterThan(times(7, 50));
  for (const killed of Object.values(report.killed)) expect(killed).toBeGreaterThan(times(0, 2));
}, 600_000);
