import { productionRecordSchema, type ProductionRecord } from '@wellpulse/contracts';
import type { OfflineClient } from '@wellpulse/offline';

/** A reading as this phone has it. */
export type OwnReading = ProductionRecord & {
  /** Whether the office has not heard of all of it. */
  readonly isPending: boolean;
};

/** Readings of a well, newest day first. */
export async function recordsOf(
  { records }: OfflineClient,
  wellId: string,
  days: { readonly from: string; readonly to: string },
): Promise<OwnReading[]> {
  const rows = await records.production(wellId, days).all();
  return rows.map((row) => ({ ...productionRecordSchema.parse(row), isPending: row.isPending }));
}
