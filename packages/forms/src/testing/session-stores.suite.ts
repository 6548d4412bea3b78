/** What every pair of stores for signing in and taking over must do. Each platform's tests call this with a way to make its pair. */
import { describe, expect, test } from 'vitest';
import type { SessionAnswer, SignInStore, SignInText, UnlockStore } from '../session/session-store.ts';

/** A device, the stores of its forms, and what surrounds it. */
export interface SessionStoresUnderTest {
  readonly signIn: SignInStore<{ readonly id: string }>;
  readonly unlock: UnlockStore<{ readonly id: string }>;
  /** What somebody types who may sign in, and their id. */
  readonly given: SignInText;
  readonly userId: string;
  /** Who is at the device; null for nobody. */
  personAt(): Promise<string | null>;
  lock(): Promise<void>;
  /** The server's answer to a password: none, or that it is wrong. */
  refuses(how: 'NO_ANSWER' | 'INVALID_CREDENTIALS'): void;
  /** The same data in a program that starts anew. */
  restart(): Promise<SessionStoresUnderTest>;
}

/** `newDevice` makes one on which nobody has signed in. */
export function describeSessionStores(name: string, newDevice: () => Promise<SessionStoresUnderTest>): void {
  describe(`${name}, signing in and taking over`, () => {
    const whoIn = (answer: SessionAnswer<{ readonly id: string }>): string => {
      if (answer.kind !== 'SIGNED_IN') throw new Error(`Refused: ${JSON.stringify(answer)}`);
      return answer.who.id;
    };

    test('a person signs in, and is at the device', async () => {
      const device = await newDevice();
      expect(whoIn(await device.signIn.signIn(device.given))).toBe(device.userId);
      expect(await device.personAt()).toBe(device.userId);
    });

    test.each(['NO_ANSWER', 'INVALID_CREDENTIALS'] as const)(
      'what the server says to a password is told, and nobody is at the device: %s',
      async (how) => {
        const device = await newDevice();
        device.refuses(how);
        expect(await device.signIn.signIn(device.given)).toMatchObject({
          kind: 'REFUSED',
          refusal:
            how === 'NO_ANSWER'
              ? { code: 'NOT_REACHED' }
              : { code: 'REFUSED', trouble: { code: 'INVALID_CREDENTIALS' } },
        });
        expect(await device.personAt()).toBeNull();
      },
    );

    test('the secret takes over without a network, also after a restart; another one does not', async () => {
      const device = await newDevice();
      const { userId, given } = device;
      await device.signIn.signIn(given);
      device.refuses('NO_ANSWER');
      await device.lock();
      expect(await device.unlock.unlock(userId, `${given.secret}!`)).toMatchObject({
        kind: 'REFUSED',
        refusal: { code: 'WRONG_SECRET' },
      });
      expect(await device.personAt()).toBeNull();
      const later = await device.restart();
      expect(await later.personAt()).toBeNull();
      expect(whoIn(await later.unlock.unlock(userId, given.secret))).toBe(userId);
      expect(await later.personAt()).toBe(userId);
    });

    test('nobody takes over who has not signed in here', async () => {
      const device = await newDevice();
      await device.signIn.signIn(device.given);
      await device.lock();
      expect(
        await device.unlock.unlock('01890000-0000-7000-8000-00000000ffff', device.given.secret),
      ).toMatchObject({ kind: 'REFUSED', refusal: { code: 'UNKNOWN_USER' } });
    });
  });
}
