import type { Biometrics } from '../ports.ts';

/** A browser keeps nothing for a page behind a finger: it is not offered there. */
export const biometrics: Biometrics = {
  kind: async () => null,
  keep: async () => false,
  open: async () => ({ kind: 'GONE' }),
  forget: async () => undefined,
};
