/** Where the office is. No database is there before the first sign-in, so the address stands in a file of its own. */
import { API_PATH, originSchema } from '@wellpulse/contracts';
import type { Reply, Transport } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import { writeDurably } from '@wellpulse/offline/node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const settingsSchema = z.object({ server: z.string(), tenant: z.string() });
type Settings = z.infer<typeof settingsSchema>;

const NO_ANSWER: Reply = { kind: 'NO_ANSWER' };

/** The office's address, and the way there. */
export interface Office {
  /** The origin of its server; null before the first sign-in. */
  readonly server: string | null;
  /** The company's short name; null before the first sign-in. */
  readonly tenant: string | null;
  /** What a sign-in begins with: the origin of the last one, before the first the one that was built in; null for neither. */
  readonly suggestedServer: string | null;
  /** Goes to the office of the moment. */
  readonly transport: Transport;
  /** Resolves when the new address is on the disk. */
  moveTo(settings: Settings): Promise<void>;
}

/**
 * The office of the file at `path`. `builtIn` is the origin that the program brings along.
 *
 * @example
 * const office = await openOffice(join(folder, 'office.json'), fetch, null);
 */
export async function openOffice(
  path: string,
  fetchWith: typeof fetch,
  builtIn: string | null,
): Promise<Office> {
  let settings = await readSettings(path);
  let transport = settings === null ? null : fetchTransport(settings.server + API_PATH, fetchWith);
  return {
    get server() {
      return settings?.server ?? null;
    },
    get tenant() {
      return settings?.tenant ?? null;
    },
    get suggestedServer() {
      return settings?.server ?? builtIn;
    },
    transport: {
      call: async (...request) => (transport === null ? NO_ANSWER : transport.call(...request)),
      put: async (request) => (transport === null ? NO_ANSWER : transport.put(request)),
    },
    moveTo: async ({ server, tenant }) => {
      const next = { server, tenant };
      if (settings?.server === next.server && settings.tenant === next.tenant) return;
      await writeDurably(path, JSON.stringify(next));
      settings = next;
      transport = fetchTransport(server + API_PATH, fetchWith);
    },
  };
}

const manifestSchema = z.object({ office: originSchema.optional() });

/** The origin that whoever built the program put in as `office` of its `package.json`; null for none. */
export async function builtInServer(appFolder: string): Promise<string | null> {
  const text = await readFile(join(appFolder, 'package.json'), 'utf8');
  return manifestSchema.parse(JSON.parse(text)).office ?? null;
}

async function readSettings(path: string): Promise<Settings | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : (settingsSchema.safeParse(JSON.parse(text)).data ?? null);
}
