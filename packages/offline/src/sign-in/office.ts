/**
 * Where the office is. No database is there before the first sign-in, and a laptop's may be closed. So the address stands in a text of
 * its own.
 */
import { API_PATH } from '@wellpulse/contracts';
import { z } from 'zod';
import type { KeyText } from '../events/kept-person-keys.ts';
import type { Reply, Transport } from '../ports/transport.ts';

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
  /** Resolves when the new address is durable. */
  moveTo(settings: Settings): Promise<void>;
}

/**
 * The office that a text of the platform names. `transportTo` makes the way to the API at an address.
 * `builtIn` is the origin that the program brings along; null for none.
 *
 * @example
 * const office = await openOffice(textOf('office'), (url) => fetchTransport(url, fetch));
 */
export async function openOffice(
  text: KeyText,
  transportTo: (url: string) => Transport,
  builtIn: string | null = null,
): Promise<Office> {
  const kept = await text.read();
  let settings = kept === null ? null : (settingsSchema.safeParse(JSON.parse(kept)).data ?? null);
  let transport = settings === null ? null : transportTo(settings.server + API_PATH);
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
      await text.write(JSON.stringify(next));
      settings = next;
      transport = transportTo(next.server + API_PATH);
    },
  };
}
