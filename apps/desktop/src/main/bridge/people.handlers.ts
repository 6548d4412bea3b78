import { OfflineError, type OfflineClient } from '@wellpulse/offline';
import type { Output } from '../../shared/bridge/contract.ts';
import { isOfflineError } from './answer.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';
import { BRIDGE_VERSION } from '../../shared/bridge/program.ts';

type Names =
  | 'program.start'
  | 'program.retry'
  | 'program.startAnew'
  | 'people.signIn'
  | 'people.unlock'
  | 'people.lock'
  | 'people.signOut';

/** Who is at the laptop. A wrong secret makes the next try wait. */
export function peopleHandlers(laptop: Laptop): Handlers<Names> {
  const { client, office, tries, appVersion, language } = laptop;
  return {
    'program.start': async () => ({
      bridgeVersion: BRIDGE_VERSION,
      appVersion,
      language,
      company: await companyOf(client),
      server: office.suggestedServer,
      tenant: office.tenant,
      people: [...(await client.sessions.people())],
      person: (await client.sessions.current()) ?? null,
      waitMs: tries.waitMs(laptop.now()),
      isClosed: false,
      hasKeyStore: laptop.hasKeyStore,
      trouble: null,
      ...(await endOf(client)),
    }),
    'program.retry': async () => null,
    'program.startAnew': async () => {
      throw new OfflineError({ code: 'LOCKED' });
    },
    'people.signIn': async ({ server, tenant, email, password, deviceName, secret }) => {
      const before = { server: office.server, tenant: office.tenant };
      await office.moveTo({ server, tenant });
      try {
        const credentials = { tenant, email, password, secret };
        const person =
          deviceName === null
            ? await client.sessions.signIn(credentials)
            : await client.sessions.register({
                ...credentials,
                deviceName,
                platform: 'ELECTRON',
                appVersion,
              });
        await laptop.keepSecret(person, secret);
        await tries.succeeded();
        client.sync.start();
        return person;
      } catch (error) {
        // A typing mistake in the address must not cut off those who signed in before.
        if (before.server !== null && before.tenant !== null) {
          await office.moveTo({ server: before.server, tenant: before.tenant });
        }
        throw error;
      }
    },
    'people.unlock': ({ userId, secret }) =>
      tries.attempt(laptop.now(), () => client.sessions.unlock(userId, secret), {
        isWrong: (error) => isOfflineError(error, 'WRONG_SECRET'),
      }),
    'people.lock': async () => {
      await laptop.lock();
      return null;
    },
    'people.signOut': async ({ userId }) => {
      await client.sessions.signOut(userId);
      await laptop.forgetSecret(userId);
      return null;
    },
  };
}

/** How the office ended this device, if it did. */
async function endOf({
  status,
}: OfflineClient): Promise<Pick<Output<'program.start'>, 'stopped' | 'retiredAt' | 'lostAt'>> {
  const { stopped, retiredAt, lostAt } = await status.current();
  return { stopped, retiredAt, lostAt };
}

async function companyOf({ sessions, records }: OfflineClient): Promise<Output<'program.start'>['company']> {
  const [company, settings] = [await sessions.company(), await records.settings()];
  if (company === null || settings === null) return null;
  const { name, timeZone, varianceThresholdPercent } = settings;
  return { id: company.id, name, timeZone, varianceThresholdPercent };
}
