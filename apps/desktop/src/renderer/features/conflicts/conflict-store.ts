/** Conflicts are settled through main, in this laptop's own log. */
import type { ConflictStore } from '@wellpulse/forms';
import { BridgeError, call } from '../../lib/bridge.ts';
import { readAgain } from '../../lib/queries.ts';

/** Throws what stands in the way, as the other calls of the bridge do. */
async function act(
  deed: Promise<{ readonly refused: { readonly code: string; readonly detail: string | null } | null }>,
): Promise<void> {
  const { refused } = await deed;
  if (refused !== null) throw new BridgeError({ kind: 'FAULT', trouble: refused });
  await readAgain();
}

export const conflictStore: ConflictStore = {
  resolve: (conflictId, decision) => act(call('conflicts.resolve', { conflictId, decision })),
  undo: (conflictId) => act(call('conflicts.undo', { conflictId })),
  // What was chosen here goes to the office as an entry of its own; only the dashboard opens it again.
  reopen: () => Promise.reject(new BridgeError({ kind: 'REFUSED', refusal: { code: 'LOCKED' } })),
};
