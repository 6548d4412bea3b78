import type { Texts } from '../ports.ts';

/** What people chose in this browser. It is no secret, and stands on the disk as it is. */
export const choices: Texts = {
  read: async (name) => localStorage.getItem(`wellpulse.${name}`),
  write: async (name, text) => {
    localStorage.setItem(`wellpulse.${name}`, text);
  },
};
