import { deviceEndpoints } from '@wellpulse/contracts';
import { knowsTime } from '../../clock/offsets-for-sending.ts';
import { lookAtClock } from '../../clock/stretches.ts';
import type { DeviceDatabase } from '../../database/device-database.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StepResult } from '../../protocol/sync-step.ts';
import { requireDevice } from '../../session/device-store.ts';
import type { SessionTokens } from '../../session/session-tokens.ts';
import { stepResultOf } from '../../session/step-result-of.ts';

const TIMEOUT_MS = 30_000;

/**
 * Before anything is sent, a device whose clock was set, or whose machine was started, hears what time it is: any answer tells.
 * Null if sending may begin.
 */
export async function askTime(
  database: DeviceDatabase,
  tokens: SessionTokens,
  clock: Clock,
): Promise<StepResult | null> {
  const isKnown = await database.write(async (db) => {
    await lookAtClock(db, clock);
    return knowsTime(db);
  });
  if (isKnown) return null;
  const { device_id: deviceId } = await database.read(requireDevice);
  const request = { params: { deviceId }, body: { eventIds: [] } };
  const answered = await tokens.requestAnswer(deviceEndpoints.numbers, request, { timeoutMs: TIMEOUT_MS });
  return answered.ok ? null : stepResultOf(answered.failure);
}
