/** Numbers have no holes and none is given out twice, but where a device was set back. */
import type { Check } from './check.ts';

export const checkSequences: Check = async ({ server, devices, ledger }) => {
  const faults: string[] = [];
  for (const { name, field } of devices) {
    const events = (await field?.events.list({ limit: 10_000 })) ?? [];
    const deviceId = events[0]?.event.deviceId ?? '';
    const settled = [...server.batches.kept.values()].flatMap(({ verdict: { candidate } }) =>
      candidate.deviceId === deviceId && candidate.deviceSequence !== null ? [candidate] : [],
    );
    // An entry during which the app died, nobody was told of; it may have been made on a device that was set back.
    const numbered = new Set(
      ledger.of(name).flatMap(({ event: { id } }) => (ledger.renumbered.has(id) ? [] : id)),
    );
    const byNumber = Map.groupBy(settled, ({ deviceSequence }) => deviceSequence ?? 0);
    for (const [number, same] of byNumber) {
      const known = same.filter(({ eventId }) => numbered.has(eventId));
      if (known.length > 1) faults.push(`${name}: ${known.length} events have the number ${number}`);
    }
    const explained = new Set([
      ...events.filter(({ status }) => status !== 'SYNCED').map(({ event }) => event.deviceSequence),
      ...ledger.of(name).flatMap(({ event, isForgotten }) => (isForgotten ? event.deviceSequence : [])),
    ]);
    const highest = Math.max(0, ...byNumber.keys());
    for (let number = 1; number < highest; number += 1) {
      if (!byNumber.has(number) && !explained.has(number))
        faults.push(`${name}: nobody knows the event ${number}`);
    }
  }
  return faults;
};
