/**
 * Offers the server what it lost and this device had pulled (ADR 86). It stays here when the server has heard it: another restore may
 * take the offer with it, before a manager has seen it.
 */
import { recoveredEndpoints, recoveredEntitySchema, type RecoveredRecord } from '@wellpulse/contracts';
import { anyOfJson } from '../../database/any-of.ts';
import type { DeviceDatabase } from '../../database/device-database.ts';
import type { Db } from '../../database/kysely-on.ts';
import { storedObject } from '../../lib/stored-json.ts';
import type { SessionTokens } from '../../session/session-tokens.ts';

/** Some 24 kilobytes: a body has half a minute (ADR 39), also at 2 KB/s. */
const AT_ONCE = 40;
const TIMEOUT_MS = 30_000;

/** A server that will not hear of it is not asked again. `serverTime` is the pull's, RFC 3339: it says how long the offer is kept. */
export async function offerLost(
  database: DeviceDatabase,
  tokens: SessionTokens,
  serverTime: string,
): Promise<void> {
  for (;;) {
    const lost = await database.read(nextLost);
    if (lost.length === 0) return;
    const records = lost.map(({ record }) => record);
    const told = await tokens.requestAnswer(
      recoveredEndpoints.offerRecovered,
      { body: { records } },
      { timeoutMs: TIMEOUT_MS },
    );
    const isHeard = told.ok || (told.failure.kind === 'REFUSED' && [400, 404].includes(told.failure.status));
    if (!isHeard) return;
    await database.write((db) =>
      db
        .updateTable('lost_records')
        .set({ told_at: serverTime })
        .where('number', 'in', anyOfJson<number>(JSON.stringify(lost.map(({ number }) => number))))
        .execute(),
    );
  }
}

interface LostState {
  readonly number: number;
  readonly record: RecoveredRecord;
}

async function nextLost(db: Db): Promise<LostState[]> {
  const rows = await db
    .selectFrom('lost_records')
    .where('told_at', 'is', null)
    .selectAll()
    .orderBy('id')
    .orderBy('number')
    .limit(AT_ONCE)
    .execute();
  return rows.map(({ number, id, entity, version, deleted, row }) => ({
    number,
    record: {
      id,
      entity: recoveredEntitySchema.parse(entity),
      version,
      deleted: deleted === 1,
      data: { ...storedObject(row) },
    },
  }));
}
