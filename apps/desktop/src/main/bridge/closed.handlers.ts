/** What the page may ask while the data is closed or can't be opened: who may open it, and what is in the way. */
import { OfflineError, type Office, type OfflineClient } from '@wellpulse/offline';
import { METHODS, type MethodName } from '../../shared/bridge/contract.ts';
import { BRIDGE_VERSION, type DataTrouble } from '../../shared/bridge/program.ts';
import type { PassphraseKeys } from '../keys/database-key.ts';
import type { SlowTries } from '../keys/slow-tries.ts';
import type { Updates } from '../updates.ts';
import { isOfflineError } from './answer.ts';
import type { Handlers } from './handler.ts';
import { updateHandlers } from './updates.handlers.ts';

interface ClosedParts {
  /** Null for data that waits for a passphrase. */
  readonly trouble: DataTrouble | null;
  readonly holders: PassphraseKeys;
  readonly office: Office;
  readonly tries: SlowTries;
  readonly updates: Updates;
  readonly appVersion: string;
  readonly language: string;
  readonly now: () => Date;
  /** Throws `WRONG_SECRET`. */
  readonly open: (userId: string, passphrase: string) => Promise<OfflineClient>;
  readonly retry: () => Promise<void>;
  readonly startAnew: () => Promise<void>;
}

const locked = (): Promise<never> => Promise.reject(new OfflineError({ code: 'LOCKED' }));

/** All methods; those that need the data refuse with `LOCKED`. */
export function closedHandlers(parts: ClosedParts): Handlers<MethodName> {
  const { trouble, holders, office, tries, updates, appVersion, language, now, open, retry, startAnew } =
    parts;
  const refusing = Object.fromEntries(
    Object.keys(METHODS).map((name) => [name, locked]),
    // Each name of the contract has a handler.
  ) as unknown as Handlers<MethodName>;
  return {
    ...refusing,
    ...updateHandlers(updates),
    'program.start': async () => ({
      bridgeVersion: BRIDGE_VERSION,
      appVersion,
      language,
      company: null,
      server: office.suggestedServer,
      tenant: office.tenant,
      people: trouble === null ? [...(await holders.holders())] : [],
      person: null,
      waitMs: tries.waitMs(now()),
      isClosed: true,
      hasKeyStore: false,
      trouble,
      stopped: null,
      retiredAt: null,
      lostAt: null,
    }),
    'program.retry': async () => {
      if (trouble !== null) await retry();
      return null;
    },
    'program.startAnew': async () => {
      if (trouble !== 'KEY_LOST' && trouble !== 'DAMAGED') return locked();
      await startAnew();
      return null;
    },
    'people.unlock': ({ userId, secret }) =>
      tries.attempt(now(), async () => (await open(userId, secret)).sessions.unlock(userId, secret), {
        isWrong: (error) => isOfflineError(error, 'WRONG_SECRET'),
      }),
    'people.lock': async () => null,
  };
}
