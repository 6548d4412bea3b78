/** The ports of signing in and of unlocking, over the bridge. */
import { type SessionAnswer, type SignInStore, type UnlockStore } from '@wellpulse/forms';
import type { Input } from '../../shared/bridge/contract.ts';
import type { DeskPerson } from '../../shared/bridge/people.ts';
import { BridgeError, call } from './bridge.ts';

/** Signs a person in on this laptop. One that is registered has a name already. */
export const signInStore = (isRegistered: boolean): SignInStore<DeskPerson> => ({
  signIn: ({ deviceName, ...given }) =>
    answerTo('people.signIn', { ...given, deviceName: isRegistered ? null : deviceName }),
});

/** Opens the laptop for a person who has signed in here before. */
export const unlockStore: UnlockStore<DeskPerson> = {
  unlock: (userId, secret) => answerTo('people.unlock', { userId, secret }),
};

async function answerTo<Name extends 'people.signIn' | 'people.unlock'>(
  name: Name,
  input: Input<Name>,
): Promise<SessionAnswer<DeskPerson>> {
  try {
    return { kind: 'SIGNED_IN', who: await call(name, input) };
  } catch (error) {
    if (!(error instanceof BridgeError)) throw error;
    const { problem } = error;
    switch (problem.kind) {
      case 'REFUSED':
        return { kind: 'REFUSED', refusal: problem.refusal, retryAfterSeconds: null };
      case 'TOO_EARLY':
        return {
          kind: 'REFUSED',
          refusal: { code: 'REFUSED', trouble: { code: 'TOO_MANY_REQUESTS', detail: null } },
          retryAfterSeconds: problem.waitMs / 1000,
        };
      case 'FAULT':
        return {
          kind: 'REFUSED',
          refusal: { code: 'REFUSED', trouble: problem.trouble },
          retryAfterSeconds: null,
        };
    }
  }
}
