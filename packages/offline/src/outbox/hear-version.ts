import { PROTOCOL_HEADER } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Transport } from '../ports/transport.ts';
import { hearServerVersion } from './item-retries.ts';

const HEADER = PROTOCOL_HEADER.toLowerCase();

/**
 * The same transport, which also listens to which version of the protocol the server knows. `onRisen` is called when something that
 * was too new for it can be tried again.
 */
export function hearVersion(transport: Transport, database: DeviceDatabase, onRisen: () => void): Transport {
  let heard = Number.NaN;
  return {
    put: (request) => transport.put(request),
    call: async (endpoint, request, options) => {
      const reply = await transport.call(endpoint, request, options);
      const version = reply.kind === 'ANSWERED' ? Number(reply.headers?.[HEADER]) : Number.NaN;
      if (Number.isSafeInteger(version) && version !== heard) {
        heard = version;
        try {
          if (await database.write((db) => hearServerVersion(db, version))) onRisen();
        } catch {
          // A disk that fails now must not lose the answer. The next answer says the number again.
          heard = Number.NaN;
        }
      }
      return reply;
    },
  };
}
