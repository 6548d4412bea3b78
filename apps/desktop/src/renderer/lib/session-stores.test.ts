/** The forms of the lock screen, as their page uses them: over the whole bridge. */
import { describeSessionStores, type SessionStoresUnderTest } from '@wellpulse/forms/testing';
import { problem, PUMPER } from '@wellpulse/offline/testing';
import { afterEach, vi } from 'vitest';
import { storeInMemory } from '../../main/keys/store-in-memory.fixture.ts';
import type { LaptopHost } from '../../main/laptop-host.ts';
import { aLaptop, call } from '../../main/laptop.fixture.ts';
import { signInStore, unlockStore } from './session-stores.ts';

type Laptop = ReturnType<typeof aLaptop>;

afterEach(() => {
  vi.unstubAllGlobals();
});

const storesOf = (laptop: Laptop, host: LaptopHost): SessionStoresUnderTest => {
  vi.stubGlobal('window', {
    wellpulse: { call: (name: string, input: unknown) => host.answer(name, input) },
  });
  return {
    signIn: signInStore(false),
    unlock: unlockStore,
    given: {
      ...{ server: 'https://wells.example.com', tenant: 'acme', email: PUMPER.email },
      ...{ password: 'correct horse battery', deviceName: 'Truck 7', secret: '4711' },
    },
    userId: PUMPER.id,
    personAt: async () => (await call(host, 'program.start', {})).person?.id ?? null,
    lock: () => host.lock(),
    refuses: (how) => {
      laptop.server.onCall = () => (how === 'NO_ANSWER' ? { kind: how } : problem(401, how));
    },
    restart: async () => {
      await host.close();
      return storesOf(laptop, await laptop.start());
    },
  };
};

describeSessionStores('a laptop', async () => {
  const laptop = aLaptop(storeInMemory());
  return storesOf(laptop, await laptop.start());
});
