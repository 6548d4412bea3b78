/** Devices of the field as they are: the whole offline client on real files, over real HTTP. */
import { LONGEST_HISTORY } from '@wellpulse/contracts';
import { MemoryPersonKeys, OfflineClient, type Transport } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import { nodeClock, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { TEST_PASSWORD, type SignedInCaller } from '@wellpulse/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Truck {
  readonly client: OfflineClient;
  /** Where the files of its photos are. */
  readonly photos: string;
}

export interface Yard {
  /** A device that somebody of a tenant has registered, and that has pulled once. `wrap` stands in for its link. */
  readonly aTruck: (
    slug: string,
    person: SignedInCaller,
    wrap?: (link: Transport) => Transport,
  ) => Promise<Truck>;
  readonly remove: () => void;
}

/** Makes devices that talk to the API at `baseUrl`. */
export function aYard(baseUrl: string): Yard {
  const folder = mkdtempSync(join(tmpdir(), 'wellpulse-trucks-'));
  let made = 0;
  return {
    aTruck: async (slug, person, wrap = (link) => link) => {
      made += 1;
      const photos = join(folder, `${made}`);
      const client = await OfflineClient.open({
        driver: await openNodeSqlite(join(folder, `${made}.db`)),
        transport: wrap(fetchTransport(baseUrl)),
        files: nodePhotoFiles(photos),
        clock: nodeClock,
        // The days of these tests are long past.
        historyDays: LONGEST_HISTORY,
        keys: new MemoryPersonKeys(),
      });
      const { email } = person.session.user;
      const credentials = { tenant: slug, email, password: TEST_PASSWORD };
      await client.sessions.register({ ...credentials, deviceName: `Truck ${made}`, platform: 'ELECTRON' });
      await client.sync.syncNow();
      return { client, photos };
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** As everybody has to after a restore. */
export const signInAgain = (slug: string, { client }: Pick<Truck, 'client'>, person: SignedInCaller) =>
  client.sessions.signIn({ tenant: slug, email: person.session.user.email, password: TEST_PASSWORD });
