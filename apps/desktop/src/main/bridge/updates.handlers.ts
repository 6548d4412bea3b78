import type { Updates } from '../updates.ts';
import type { Handlers } from './handler.ts';

/** The new version that waits, also where the data is closed or in trouble: a newer program may be what opens it. */
export const updateHandlers = (updates: Updates): Handlers<'updates.ready' | 'updates.restart'> => ({
  'updates.ready': async () => updates.ready(),
  'updates.restart': async () => {
    if (updates.ready() !== null) updates.restart();
    return null;
  },
});
