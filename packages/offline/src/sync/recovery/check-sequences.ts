import { deviceEndpoints, MAX_NUMBERS_ASKED, type DeviceNumbers } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../../database/device-database.ts';
import { adoptServerSequences, highestTaken, unconfirmedIds } from '../../sign-in/device-sequences.ts';
import { requireDevice } from '../../session/device-store.ts';
import { noticeLostEvents } from '../../session/log-mark.ts';
import { keepReport } from './recovery-report.ts';
import { stepResultOf } from '../../session/step-result-of.ts';
import type { PersonKeys } from '../../ports/person-keys.ts';
import type { StepResult } from '../../protocol/sync-step.ts';
import type { SessionTokens } from '../../session/session-tokens.ts';
import type { Recovery } from './recovery.ts';

const TIMEOUT_MS = 30_000;

interface SequenceParts {
  readonly database: DeviceDatabase;
  readonly tokens: SessionTokens;
  readonly keys: PersonKeys;
  readonly recovery: Recovery;
}

/**
 * Once after each opening, before anything is sent: asks the server which numbers it has of this device. Null if sending may
 * begin.
 */
export async function checkSequences({
  database,
  tokens,
  keys,
  recovery,
}: SequenceParts): Promise<StepResult | null> {
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
    const answered = await tokens.requestAnswer(deviceEndpoints.numbers, request, { timeoutMs: TIMEOUT_MS });
    if (!answered.ok) return stepResultOf(answered.failure);
    known = { ...answered.value, settled: [...known.settled, ...answered.value.settled] };
  }
  if (known.lastSequence < (await database.read((db) => highestTaken(db, device.device_id)))) {
    await database.write(noticeLostEvents);
    const recovering = await recovery.run();
    if (recovering !== null) return recovering;
  }
  const missed = known.lastSequence - device.unconfirmed_from + 1;
  await database.write(async (db) => {
    // The server knows numbers that this device had not given out when it was opened: its data is an old copy.
    if (missed > 0) await keepReport(db, { kind: 'DEVICE', events: missed });
    await adoptServerSequences(db, await requireDevice(db), known, keys);
  });
  return null;
}
