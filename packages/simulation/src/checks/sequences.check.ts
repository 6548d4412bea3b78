/** Numbers have no holes and none is given out twice, also where a device was set back. */
import { short } from '../chance/trace.ts';
import type { SimulatedServer } from '../server/simulated-server.ts';
import { waitsForGood } from '../world/drain-all.ts';
import type { Saved } from '../world/ledger.ts';
import type { Check } from './check.ts';

export const checkSequences: Check = async (world) => {
  const { server, devices, ledger } = world;
  const faults: string[] = [];
  for (const device of devices) {
    const { name, client } = device;
    const saved = ledger.of(name);
    const deviceId = saved[0]?.event.deviceId ?? '';
    const archived = new Set((await client?.events.archived().all())?.map(({ eventId }) => eventId));
    const here = (await client?.events.list().all()) ?? [];
    const byNumber = Map.groupBy(server.batches.settledOf(deviceId), ({ deviceSequence }) => deviceSequence);
    for (const [number, same] of byNumber) {
      const numbered = same.filter(
        ({ eventId }) =>
          !ledger.hasOldNumber(eventId) &&
          !wasOnItsWay(server, saved, eventId) &&
          !wasNowhere(server, saved, eventId),
      );
      const ids = numbered.map(({ eventId }) => short(eventId)).join(' and ');
      if (numbered.length > 1) faults.push(`${name}: ${ids} have the same number ${number}`);
    }
    const forgotten = new Map(
      saved.flatMap(({ event, forgottenAt }) =>
        forgottenAt === null ? [] : [[event.id, event.deviceSequence] as const],
      ),
    );
    const explained = new Set([
      ...here.filter(({ status }) => status !== 'SYNCED').map(({ event }) => event.deviceSequence),
      ...forgotten.values(),
      // It may have got another number before its device was set back once more.
      ...server.batches.heard.flatMap(({ raw }) => (forgotten.has(raw.id) ? raw.deviceSequence : [])),
      // Of what was archived a line is left, which can't be brought again to a server that was put back.
      ...saved.flatMap(({ event }) =>
        archived.has(event.id) && server.lost.has(event.id) ? event.deviceSequence : [],
      ),
    ]);
    const highest = Math.max(0, ...byNumber.keys());
    const holes = Array.from({ length: highest }, (_, before) => before + 1).filter(
      (number) => !byNumber.has(number) && !explained.has(number),
    );
    // For an entry whose author never comes a new number is kept: that it is missing is true.
    const waits = await waitsForGood(world, device);
    if (holes.length > here.filter((entry) => entry.status === 'PENDING' && waits(entry)).length)
      faults.push(...holes.map((number) => `${name}: nobody knows the event ${number}`));
  }
  return faults;
};

/** It was sent before its device was set back, and came after that: by then the device may have asked for its numbers. */
function wasOnItsWay({ batches }: SimulatedServer, saved: readonly Saved[], id: string): boolean {
  const forgottenAt = saved.find(({ event }) => event.id === id)?.forgottenAt ?? null;
  return forgottenAt !== null && Date.parse(batches.kept.get(id)?.receivedAt ?? '') > forgottenAt;
}

/** Its device was set back, and the server to before it: nobody knew its number. A newer backup of the server has brought it again since. */
const wasNowhere = ({ lost }: SimulatedServer, saved: readonly Saved[], id: string): boolean =>
  lost.has(id) && saved.some(({ event, forgottenAt }) => event.id === id && forgottenAt !== null);
