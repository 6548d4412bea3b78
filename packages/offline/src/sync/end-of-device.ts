/**
 * How a device ends (ADR 52). A device that retires records nothing more, sends what is
 * signed and empties itself. One that was lost closes its keys at the next contact.
 */
import { deviceEndpoints } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { countUnsettled } from '../photos/unsettled.ts';
import type { Clock } from '../ports/clock.ts';
import { instantOf } from '../ports/ids.ts';
import type { PersonKeys } from '../ports/person-keys.ts';
import { findDevice, setPerson } from '../session/device-store.ts';
import { recordLost } from '../session/lost.ts';
import { isRetiring } from '../session/retiring.ts';
import type { SessionTokens } from '../session/session-tokens.ts';

const TIMEOUT_MS = 30_000;

interface EndParts {
  readonly database: DeviceDatabase;
  readonly tokens: SessionTokens;
  readonly keys: PersonKeys;
  readonly clock: Clock;
  readonly empty: () => Promise<void>;
}

const mayEmpty = async (db: Db): Promise<boolean> => {
  const { events, photos } = await countUnsettled(db);
  return events + photos === 0 && (await isRetiring(db));
};

/** After a sync: a device that retires and has nothing left says so and empties itself. */
export async function emptyIfRetired({ database, tokens, empty }: EndParts): Promise<void> {
  const device = await database.read(findDevice);
  if (device === undefined || !(await database.read(mayEmpty))) return;
  const request = { params: { deviceId: device.device_id } };
  const told = await tokens.requestAnswer(deviceEndpoints.wiped, request, { timeoutMs: TIMEOUT_MS });
  if (told.ok) await empty();
}

/** The server knows this device no more: nobody signs here before signing in again. One that had retired empties itself. */
export async function endKeys({ database, keys, clock, empty }: EndParts): Promise<void> {
  // The answer to its last word was lost.
  if (await database.read(mayEmpty)) return empty();
  await keys.end();
  await database.write(async (db) => {
    await setPerson(db, null);
    await recordLost(db, instantOf(clock.now()));
  });
}
