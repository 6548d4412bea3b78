import { wellSchema } from '@wellpulse/contracts';
import { useRead } from '../../lib/reads.ts';

/** A well, as this phone knows it: undefined until it is read, null for none, and for one that is not here. */
export const useWell = (wellId: string | null) =>
  useRead(['well', wellId], async ({ records }) => {
    const found = wellId === null ? undefined : await records.well(wellId);
    return found === undefined ? null : wellSchema.parse(found);
  });
