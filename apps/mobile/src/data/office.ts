/** Where the office is. No database is there before the first sign-in, so the address stands in a text of its own. */
import { API_PATH } from '@wellpulse/contracts';
import type { Reply, Transport } from '@wellpulse/offline';
import { z } from 'zod';
import type { Texts } from '../native/ports.ts';

const NAME = 'office';
const settingsSchema = z.object({ server: z.string(), tenant: z.string() });
type Settings = z.infer<typeof settingsSchema>;

const NO_ANSWER: Reply = { kind: 'NO_ANSWER' };

/** The office's address, and the way there. */
export interface Office {
  /** The origin of its server; null before the first sign-in. */
  readonly server: string | null;
  /** The company's short name; null before the first sign-in. */
  readonly tenant: string | null;
  /** Goes to the office of the moment. */
  readonly transport: Transport;
  /** Resolves when the new address is durable. */
  moveTo(settings: Settings): Promise<void>;
}

/**
 * The office that the platform's texts name.
 *
 * @example
 * const office = await openOffice(texts, phoneTransport(sendFile));
 */
export async function openOffice(texts: Texts, transportTo: (url: string) => Transport): Promise<Office> {
  const kept = await texts.read(NAME);
  let settings = kept === null ? null : (settingsSchema.safeParse(JSON.parse(kept)).data ?? null);
  let transport = settings === null ? null : transportTo(settings.server + API_PATH);
  return {
    get server() {
      return settings?.server ?? null;
    },
    get tenant() {
      return settings?.tenant ?? null;
    },
    transport: {
      call: async (...request) => (transport === null ? NO_ANSWER : transport.call(...request)),
      put: async (request) => (transport === null ? NO_ANSWER : transport.put(request)),
    },
    moveTo: async ({ server, tenant }) => {
      const next = { server, tenant };
      if (settings?.server === next.server && settings.tenant === next.tenant) return;
      await texts.write(NAME, JSON.stringify(next));
      settings = next;
      transport = transportTo(next.server + API_PATH);
    },
  };
}
