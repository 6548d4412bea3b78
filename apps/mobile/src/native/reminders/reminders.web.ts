import type { Reminders } from '../ports.ts';

/** A browser says nothing for a page that is closed, and an open one says it by itself. */
export const reminders: Reminders = {
  access: async () => 'NONE',
  ask: async () => 'NONE',
  plan: async () => undefined,
};
