import { deviceEndpoints } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../../database/device-database.ts';
import { requireDevice } from '../../session/device-store.ts';
import type { SessionTokens } from '../../session/session-tokens.ts';

/** Of silence. */
const TIMEOUT_MS = 30_000;

/**
 * Whether a small question gets an answer of the server, whatever it says. Asked after something larger got none: then the link
 * swallows that, and is not down.
 */
export async function reachesServer(database: DeviceDatabase, tokens: SessionTokens): Promise<boolean> {
  const { device_id: deviceId } = await database.read(requireDevice);
  const request = { params: { deviceId }, body: { eventIds: [] } };
  const answered = await tokens.requestAnswer(deviceEndpoints.numbers, request, { timeoutMs: TIMEOUT_MS });
  return answered.ok || answered.failure.kind === 'REFUSED';
}
