/** What the dashboard is to be told: that the server, or this device's data, was put back. It waits here until it was heard. */
import { deviceEndpoints, type RecoveryReport } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../../database/device-database.ts';
import type { Db } from '../../database/kysely-on.ts';
import { findMeta, setMeta } from '../../database/meta.ts';
import { storedObject } from '../../lib/stored-json.ts';
import { findDevice } from '../../session/device-store.ts';
import type { SessionTokens } from '../../session/session-tokens.ts';

const REPORT = 'recovery_report';
const TIMEOUT_MS = 30_000;

export const keepReport = (db: Db, report: RecoveryReport): Promise<void> =>
  setMeta(db, REPORT, JSON.stringify(report));

async function findReport(db: Db): Promise<RecoveryReport | null> {
  const text = await findMeta(db, REPORT);
  return text === null ? null : (storedObject(text) as RecoveryReport);
}

/** Tells it if there is one. A server that will not hear of it is not asked again. */
export async function tellReport(database: DeviceDatabase, tokens: SessionTokens): Promise<void> {
  const { device, text, body } = await database.read(async (db) => ({
    device: await findDevice(db),
    text: await findMeta(db, REPORT),
    body: await findReport(db),
  }));
  if (device === undefined || text === null || body === null) return;
  const request = { params: { deviceId: device.device_id }, body };
  const told = await tokens.requestAnswer(deviceEndpoints.recovered, request, { timeoutMs: TIMEOUT_MS });
  const isHeard = told.ok || (told.failure.kind === 'REFUSED' && [400, 404].includes(told.failure.status));
  if (!isHeard) return;
  await database.write((db) =>
    db.deleteFrom('meta').where('key', '=', REPORT).where('value', '=', text).execute(),
  );
}
