import type { DeviceDatabase } from '../database/device-database.ts';
import type { Clock } from '../ports/clock.ts';
import type { Transport } from '../ports/transport.ts';
import { hearServer } from './stretches.ts';

/** The same transport, which also listens to what time the server says it is. */
export function hearTime(transport: Transport, database: DeviceDatabase, clock: Clock): Transport {
  return {
    put: (request) => transport.put(request),
    call: async (endpoint, request, options) => {
      const sent = clock.sample();
      const reply = await transport.call(endpoint, request, options);
      const server = reply.kind === 'ANSWERED' ? Date.parse(reply.serverTime ?? '') : Number.NaN;
      if (Number.isFinite(server)) {
        // A disk that fails now loses a time, which the next answer brings again, and must not lose the answer.
        await database.write((db) => hearServer(db, clock, sent, server)).catch(() => undefined);
      }
      return reply;
    },
  };
}
