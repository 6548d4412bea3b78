/** Signing in on a device, and taking it over. */
import type { OfflineClient, OfflineError, Person, Registration } from '@wellpulse/offline';
import {
  refusedByFault,
  type SessionAnswer,
  type SignInStore,
  type UnlockStore,
} from '../session/session-store.ts';

type Sessions = Pick<OfflineClient['sessions'], 'register' | 'unlock'>;

/**
 * Signs a person in through the offline client, and registers the device.
 *
 * @example
 * const store = deviceSignInStore(client.sessions, { platform: 'ANDROID', appVersion });
 */
export const deviceSignInStore = (
  sessions: Sessions,
  device: Pick<Registration, 'platform' | 'appVersion'>,
): SignInStore<Person> => ({
  signIn: ({ tenant, email, password, deviceName, secret }) =>
    answerTo(
      sessions.register({
        ...device,
        tenant,
        email,
        password,
        deviceName,
        ...(secret === '' ? {} : { secret }),
      }),
    ),
});

/**
 * Lets a person take over who has signed in before.
 *
 * @example
 * const form = new UnlockForm(deviceUnlockStore(client.sessions), await client.sessions.people(), elapsed);
 */
export const deviceUnlockStore = (sessions: Sessions): UnlockStore<Person> => ({
  unlock: (userId, secret) => answerTo(sessions.unlock(userId, secret)),
});

async function answerTo(asked: Promise<Person>): Promise<SessionAnswer<Person>> {
  try {
    return { kind: 'SIGNED_IN', who: await asked };
  } catch (error) {
    return isOfflineError(error)
      ? { kind: 'REFUSED', refusal: error.refusal, retryAfterSeconds: null }
      : refusedByFault(error);
  }
}

/** The offline client is known by its types only: what it throws is known by its name. */
const isOfflineError = (error: unknown): error is OfflineError =>
  error instanceof Error && error.name === 'OfflineError';
