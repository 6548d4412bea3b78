/**
 * The data of this laptop through the life of the program: open, closed until somebody opens it, or in trouble. Where the system keeps
 * the database's key, the data stays open while the laptop is locked, and syncing goes on. Where it does not, locking closes the data and
 * forgets the key (ADR 105).
 */
import {
  DeviceKeyLostError,
  OfflineError,
  openOffice,
  openTroubleOf,
  type DeviceStatus,
  type OfflineClient,
} from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import { writeDurably } from '@wellpulse/offline/node';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { MethodName } from '../shared/bridge/contract.ts';
import type { Answer } from '../shared/bridge/method.ts';
import type { DataTrouble } from '../shared/bridge/program.ts';
import { answer } from './bridge/answer.ts';
import { closedHandlers } from './bridge/closed.handlers.ts';
import type { Handlers } from './bridge/handler.ts';
import { handlersOf } from './bridge/handlers.ts';
import type { Laptop } from './bridge/laptop.ts';
import { databaseKey, newDatabaseKey, passphraseKeys } from './keys/database-key.ts';
import { openTries } from './keys/slow-tries.ts';
import { openData, type LaptopParts } from './open-laptop.ts';
import { putAside } from './put-aside.ts';
import type { Updates } from './updates.ts';

/** So long the end of the program waits for calls of the page: what is being saved takes less, what waits for a network takes longer. */
const LONGEST_CALL_MS = 2000;

/** What the program is told beside its data. */
export interface HostParts extends LaptopParts {
  /** The origin of the office that the program brings along; null or left out for none. */
  readonly builtInServer?: string | null;
  readonly updates: Updates;
  /** Called with each new status of the open data. */
  readonly onStatus: (status: DeviceStatus) => void;
}

type Data =
  | { readonly kind: 'OPEN'; readonly client: OfflineClient; readonly key: Uint8Array }
  | { readonly kind: 'CLOSED' }
  | { readonly kind: 'TROUBLE'; readonly trouble: DataTrouble };

/** The laptop as the program holds it. */
export interface LaptopHost {
  /** Answers a call of the page. */
  readonly answer: (name: unknown, input: unknown) => Promise<Answer<unknown>>;
  /** Locks, if anybody is at the laptop. */
  readonly lock: () => Promise<void>;
  /** Whether somebody may be looking at the window. */
  readonly setShown: (isShown: boolean) => void;
  /** The open data; null while it is closed or in trouble. */
  readonly client: () => OfflineClient | null;
  /** Ends the program's use of the data, after what the page had begun to save. */
  readonly close: () => Promise<void>;
}

/**
 * Opens what can be opened without a person. It never throws: what is in the way stands on the screen.
 *
 * @example
 * const host = await openHost({ folder: app.getPath('userData'), store, derive, … });
 */
export async function openHost(parts: HostParts): Promise<LaptopHost> {
  const {
    folder,
    derive,
    fetchWith,
    appVersion,
    language,
    dialogs,
    updates,
    onHandover,
    onLocked,
    onStatus,
  } = parts;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const officeFile = join(folder, 'office.json');
  const office = await openOffice(
    {
      read: () => readFile(officeFile, 'utf8').catch(() => null),
      write: (text) => writeDurably(officeFile, text),
    },
    (url) => fetchTransport(url, fetchWith),
    parts.builtInServer,
  );
  const tries = await openTries(join(folder, 'tries.json'));
  const holders = passphraseKeys(join(folder, 'database-keys.json'), derive);
  const keyFile = join(folder, 'database.key');
  const now = () => new Date();
  // Data that passphrases keep stays so, also on a system that has got a store since.
  const store = (await holders.holders()).length > 0 ? null : parts.store;
  let data: Data = { kind: 'CLOSED' };
  let handlers: Handlers<MethodName>;
  let isShown = false;
  let hadPerson = false;
  const running = new Set<Promise<unknown>>();

  async function open(key: Uint8Array): Promise<OfflineClient> {
    const client = await openData({ ...parts, store }, office, key);
    data = { kind: 'OPEN', client, key };
    handlers = handlersOf(laptopOf(client, key));
    client.status.subscribe((status) => {
      onStatus(status);
      void noticeEnd(client);
    });
    client.heartbeat.setShown(isShown);
    if (office.server !== null) client.sync.start();
    return client;
  }

  /** A device that the office calls lost, or has retired, is left by whoever was at it. */
  async function noticeEnd(client: OfflineClient): Promise<void> {
    const person = await client.sessions.current().catch(() => undefined);
    if (hadPerson && person === undefined) onLocked();
    hadPerson = person !== undefined;
  }

  const laptopOf = (client: OfflineClient, key: Uint8Array): Laptop => ({
    client,
    office,
    tries,
    appVersion,
    language,
    now,
    lock,
    dialogs,
    updates,
    onHandover,
    hasKeyStore: store !== null,
    keepSecret: async (person, secret) => {
      if (store === null) await holders.keep(key, person, secret);
    },
    forgetSecret: async (userId) => {
      if (store === null) await holders.forget(userId);
    },
  });

  function close(next: Data): void {
    data = next;
    handlers = closedHandlers({
      trouble: next.kind === 'TROUBLE' ? next.trouble : null,
      holders,
      office,
      tries,
      updates,
      appVersion,
      language,
      now,
      open: openFor,
      retry: begin,
      startAnew: async () => {
        await putAside(folder, now());
        await begin();
      },
    });
  }

  /** Opens the data by a person's passphrase, for whoever asks first. */
  async function openFor(userId: string, passphrase: string): Promise<OfflineClient> {
    const key = await holders.open(userId, passphrase);
    if (key === null) throw new OfflineError({ code: 'WRONG_SECRET' });
    return data.kind === 'OPEN' ? data.client : orTrouble(() => open(key));
  }

  async function orTrouble<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      close({ kind: 'TROUBLE', trouble: openTroubleOf(error) });
      throw error;
    }
  }

  async function begin(): Promise<void> {
    const key = async (): Promise<Uint8Array | null> => {
      if (store !== null) return databaseKey(keyFile, store);
      if ((await holders.holders()).length > 0) return null;
      if (existsSync(keyFile)) throw new DeviceKeyLostError('The store that kept the key is gone');
      // Nobody signed in here by now, so nobody entered anything: what an earlier start began under a key that nothing kept is no data.
      await putAside(folder, now());
      return newDatabaseKey();
    };
    await orTrouble(async () => {
      const known = await key();
      if (known === null) close({ kind: 'CLOSED' });
      else await open(known);
    }).catch(() => undefined);
  }

  async function lock(): Promise<void> {
    if (data.kind !== 'OPEN') return;
    const { client, key } = data;
    const hasPerson = (await client.sessions.current()) !== undefined;
    // Nobody is here, and the data may stay open: the system keeps its key, or nobody has a passphrase yet.
    if (!hasPerson && (store !== null || (await holders.holders()).length === 0)) return;
    hadPerson = false;
    await client.sessions.lock();
    if (store === null) {
      close({ kind: 'CLOSED' });
      await client.close();
      key.fill(0);
    }
    onLocked();
  }

  function answerPage(name: unknown, input: unknown): Promise<Answer<unknown>> {
    const answering = answer({ client: data.kind === 'OPEN' ? data.client : null, handlers }, name, input);
    running.add(answering);
    void answering.finally(() => running.delete(answering));
    return answering;
  }

  async function callsToEnd(): Promise<void> {
    const late = new AbortController();
    const waited = setTimeout(LONGEST_CALL_MS, undefined, { signal: late.signal }).catch(() => undefined);
    await Promise.race([Promise.all(running), waited]);
    late.abort();
  }

  close(data);
  await begin();
  return {
    answer: answerPage,
    lock,
    setShown: (shown) => {
      isShown = shown;
      if (data.kind === 'OPEN') data.client.heartbeat.setShown(shown);
    },
    client: () => (data.kind === 'OPEN' ? data.client : null),
    close: async () => {
      await callsToEnd();
      if (data.kind === 'OPEN') await data.client.close();
    },
  };
}
