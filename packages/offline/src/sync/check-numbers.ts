import { deviceEndpoints, MAX_NUMBERS_ASKED, type DeviceNumbers } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../database/device-database.ts';
import { takeNumbers, unconfirmedIds } from '../sign-in/device-numbers.ts';
import { requireDevice } from '../session/device-store.ts';
import { giveUp } from '../session/give-up.ts';
import type { LaneResult } from '../protocol/lane.ts';
import type { SessionTokens } from '../session/session-tokens.ts';

const TIMEOUT_MS = 30_000;

/**
 * Once after each opening, before anything is sent: asks the server which numbers it has of this device. Null if sending may
 * begin.
 */
export async function checkNumbers(
  database: DeviceDatabase,
  tokens: SessionTokens,
): Promise<LaneResult | null> {
  const device = await database.read(requireDevice);
  if (device.unconfirmed_from === null) return null;
  const ids = await database.read((db) => unconfirmedIds(db, device));
  let known: DeviceNumbers = { lastSequence: 0, settled: [] };
  // Also without any entry: the numbers to come go on after the server's.
  for (let start = 0; start === 0 || start < ids.length; start += MAX_NUMBERS_ASKED) {
    const request = {
      params: { deviceId: device.device_id },
      body: { eventIds: ids.slice(start, start + MAX_NUMBERS_ASKED) },
    };
    const asked = await tokens.ask(deviceEndpoints.numbers, request, { timeoutMs: TIMEOUT_MS });
    if (!asked.ok) return giveUp(asked.failure);
    known = { ...asked.value, settled: [...known.settled, ...asked.value.settled] };
  }
  await database.write(async (db) => takeNumbers(db, await requireDevice(db), known));
  return null;
}
