import { deviceEndpoints } from '@wellpulse/contracts';
import type { FieldDatabase } from '../database/field-database.ts';
import { confirmNumbers, goOnAfter } from '../session/device-numbers.ts';
import { requireDevice } from '../session/device-store.ts';
import { giveUp } from './give-up.ts';
import type { LaneResult } from './lane.ts';
import type { SessionTokens } from './session-tokens.ts';

const TIMEOUT_MS = 30_000;

/**
 * Once after each opening, before anything is sent: asks the server which numbers it has of this device. Null if sending may
 * begin. A person who neither registered the device nor is a manager isn't told; then nobody can know.
 */
export async function checkNumbers(
  database: FieldDatabase,
  tokens: SessionTokens,
): Promise<LaneResult | null> {
  const { device_id: deviceId, unconfirmed_from: unconfirmed } = await database.read(requireDevice);
  if (unconfirmed === null) return null;
  const asked = await tokens.ask(deviceEndpoints.list, {}, { timeoutMs: TIMEOUT_MS });
  if (!asked.ok) return giveUp(asked.failure);
  const known = asked.value.items.find(({ id }) => id === deviceId);
  await database.write(async (db) =>
    known === undefined ? confirmNumbers(db) : goOnAfter(db, await requireDevice(db), known.lastSequence),
  );
  return null;
}
