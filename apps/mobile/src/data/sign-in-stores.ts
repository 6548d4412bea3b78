/** Who is at this phone, by the forms of signing in and of taking over. */
import type { SessionAnswer, SignInStore, UnlockStore } from '@wellpulse/forms';
import { deviceSignInStore, deviceUnlockStore } from '@wellpulse/forms/device';
import type { Person } from '@wellpulse/offline';
import type { Phone } from './phone.ts';

/** Signs a person in at the office that they give. One that nobody gets into is forgotten again. */
export const phoneSignInStore = ({ client, office, platform, appVersion }: Phone): SignInStore<Person> => ({
  signIn: async (given) => {
    const { server, tenant } = office;
    await office.moveTo(given);
    const answer = await deviceSignInStore(client.sessions, { platform, appVersion }).signIn(given);
    if (answer.kind === 'SIGNED_IN') client.sync.start();
    // A typing mistake in the address must not cut off those who signed in before.
    else if (server !== null && tenant !== null) await office.moveTo({ server, tenant });
    return answer;
  },
});

/** Lets a person take over who signed in before. Wrong tries make the next one wait, also after a restart. */
export const phoneUnlockStore = ({ client, tries }: Phone): UnlockStore<Person> => {
  const store = deviceUnlockStore(client.sessions);
  return {
    unlock: async (userId, secret) => {
      if (tries.waitMs > 0) return tooEarly(tries.waitMs);
      const answer = await store.unlock(userId, secret);
      const isWrong = answer.kind === 'REFUSED' && answer.refusal.code === 'WRONG_SECRET';
      if (isWrong || answer.kind === 'SIGNED_IN') await tries.told({ isWrong });
      return answer;
    },
  };
};

/** The answer to a try that comes before its time. */
export const tooEarly = (waitMs: number): SessionAnswer<never> => ({
  kind: 'REFUSED',
  refusal: { code: 'REFUSED', trouble: { code: 'TOO_MANY_REQUESTS', detail: null } },
  retryAfterSeconds: waitMs / 1000,
});
