import { deviceConflicts } from '@wellpulse/forms/device';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

type Names =
  | 'conflicts.list'
  | 'conflicts.news'
  | 'conflicts.looked'
  | 'conflicts.resolve'
  | 'conflicts.undo';

/** Conflicts of this device, as the person at it may settle them. */
export function conflictHandlers({ client, now }: Pick<Laptop, 'client' | 'now'>): Handlers<Names> {
  const conflicts = deviceConflicts(client, now);
  return {
    'conflicts.list': (asked) => conflicts.page(asked),
    'conflicts.news': () => conflicts.news(),
    'conflicts.looked': async () => {
      await conflicts.looked();
      return null;
    },
    'conflicts.resolve': async ({ conflictId, decision }) => ({
      refused: await conflicts.resolve(conflictId, decision),
    }),
    'conflicts.undo': async ({ conflictId }) => ({ refused: await conflicts.undo(conflictId) }),
  };
}
