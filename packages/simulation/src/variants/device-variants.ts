/** Devices that are broken in a way that other programs were. */
import type { DiskCopy } from '../disk/memory-disk.ts';
import type { SimulatedDevice } from '../world/simulated-device.ts';
import { SOUND, type Wiring } from '../world/wiring.ts';
import { onBatch } from './on-batch.ts';
import { rewriteSql } from './rewrite-sql.ts';

const withDevice = (wrap: Wiring['wrap']): Wiring => ({ ...SOUND, wrap });

const settlesByStatus = withDevice((parts) => ({
  ...parts,
  transport: onBatch(parts.transport, async ({ ids, ask }) => {
    const reply = await ask();
    if (reply.kind !== 'ANSWERED' || reply.status >= 300) return reply;
    return { ...reply, body: { synced: ids, conflicts: [], failed: [], serverTime: '' } };
  }),
}));

const settlesWhatWasNotSent = withDevice((parts) => ({
  ...parts,
  driver: rewriteSql(parts.driver, (sql) => sql.replace("event_log.id = answer.value ->> 'id' and", '')),
}));

const failsAllOnAnError = withDevice((parts) => ({
  ...parts,
  transport: onBatch(parts.transport, async ({ ask }) => {
    const reply = await ask();
    if (reply.kind === 'ANSWERED') return reply;
    const outcome = JSON.stringify({ code: 'INTERNAL', reason: 'No network' });
    await parts.driver.execute('delete from sync_queue');
    await parts.driver.execute(
      `update event_log set status = 'FAILED', settled_at = '', outcome = '${outcome}' where status = 'PENDING'`,
    );
    return reply;
  }),
}));

const deletesWhatItSends = withDevice((parts) => ({
  ...parts,
  transport: onBatch(parts.transport, async ({ ask }) => {
    await parts.driver.execute('drop trigger if exists event_log_keeps_the_unsettled');
    await parts.driver.execute('delete from sync_queue');
    await parts.driver.execute(`delete from event_log where status = 'PENDING'`);
    return ask();
  }),
}));

const pullsOverPending = withDevice((parts) => ({
  ...parts,
  driver: rewriteSql(parts.driver, (sql) =>
    sql.replace('"status" in (?, ?, ?)', `"status" in (?, ?, ?) and "status" <> 'PENDING'`),
  ),
}));

const dropsWhatItPuts = withDevice((parts) => ({
  ...parts,
  transport: {
    call: (endpoint, request, options) => parts.transport.call(endpoint, request, options),
    put: async (request) => {
      await parts.driver.execute(`update photos set state = 'STORED' where state = 'UPLOADING'`);
      return parts.transport.put(request);
    },
  },
}));

/** SQLite's `synchronous = NORMAL`: the last commits are lost with the power. */
const COMMITS_LOST = 2;
const copies = new WeakMap<SimulatedDevice, DiskCopy[]>();
const losesLastCommits: Wiring = {
  ...SOUND,
  wrap: (parts, device) => ({
    ...parts,
    driver: {
      ...parts.driver,
      transaction: async (run) => {
        const before = device.disk.copy();
        const result = await parts.driver.transaction(run);
        copies.set(device, [before, ...(copies.get(device) ?? [])].slice(0, COMMITS_LOST));
        return result;
      },
    },
  }),
  onDeath: (device) => {
    const copy = copies.get(device)?.at(-1);
    if (copy !== undefined) device.disk.setBackTo(copy);
    copies.delete(device);
  },
};

/** Each batch says what the clock shows, as if it had never been set. */
const hasOneSkew = withDevice((parts) => ({
  ...parts,
  transport: {
    put: (request) => parts.transport.put(request),
    call: (endpoint, request, options) => {
      if (endpoint.path !== '/sync/batch') return parts.transport.call(endpoint, request, options);
      const sentAt = new Date(parts.clock.now()).toISOString();
      const body = { ...(request.body as unknown as object), sentAt };
      return parts.transport.call(endpoint, { ...request, body } as typeof request, options);
    },
  },
}));

/** Its monotonic clock is its wall clock: no step is ever seen. */
const seesNoStep = withDevice((parts) => ({
  ...parts,
  clock: {
    now: () => parts.clock.now(),
    after: (ms, run) => parts.clock.after(ms, run),
    random: (bytes) => parts.clock.random(bytes),
    sample: () => ({ ...parts.clock.sample(), monotonic: parts.clock.now() }),
  },
}));

export const DEVICE_VARIANTS = {
  'settles-by-status': settlesByStatus,
  'settles-what-was-not-sent': settlesWhatWasNotSent,
  'fails-all-on-an-error': failsAllOnAnError,
  'deletes-what-it-sends': deletesWhatItSends,
  'pulls-over-pending': pullsOverPending,
  'drops-what-it-puts': dropsWhatItPuts,
  'loses-last-commits': losesLastCommits,
  'has-one-skew': hasOneSkew,
  'sees-no-step': seesNoStep,
} satisfies Record<string, Wiring>;
