import { knownItem } from '@wellpulse/offline';
import { useRead } from '../../lib/reads.ts';

/** An item with its logs, as this phone knows it: undefined until it is read, null for one that is not here. */
export const useItem = (equipmentId: string) =>
  useRead(['item', equipmentId], async ({ records, sessions }) =>
    knownItem(records, await sessions.people(), equipmentId),
  );

/** What is known of an item. */
export type ItemKnown = NonNullable<ReturnType<typeof useItem>>;
