/** Records as a device had pulled them before the server lost them (ADR 86), and what a manager reads. */
import { endpoints, type RecoveredRecord } from '@wellpulse/contracts';
import type { SignedInCaller } from '@wellpulse/testing';

/** A reading that no log holds. */
export function aLostReading(
  { session }: SignedInCaller,
  wellId: string,
  productionDate: string,
  oilVolume: number,
  given: object = {},
): RecoveredRecord {
  const id = crypto.randomUUID();
  const by = session.user.id;
  const at = '2025-03-05T12:00:00.000Z';
  const written = { createdBy: by, updatedBy: by, createdAt: at, updatedAt: at, version: 7 };
  const values = { entryMethod: 'MANUAL', oilVolume, productionDate };
  return {
    entity: 'PRODUCTION',
    id,
    version: 7,
    deleted: false,
    data: { id, wellId, ...values, ...written, ...given },
  };
}

export const linesOf = async (caller: SignedInCaller) =>
  (await caller.ask(endpoints.sync.recovered, { query: {} })).items;
