/** Devices that are broken in a way that other programs were. */
import {
  deviceEndpoints,
  PHOTO_ENDPOINTS,
  PHOTO_OWNERS,
  recoveredEndpoints,
  syncEndpoints,
  type PhotoOwnerKind,
} from '@wellpulse/contracts';
import type { Reply } from '@wellpulse/offline';
import { createHmac } from 'node:crypto';
import type { DiskCopy } from '../disk/memory-disk.ts';
import { answered, problem } from '../server/reply.ts';
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

/** As soon as the server says that it has a photo, nothing of it is left here. */
const forgetsPhotosAtOnce = withDevice((parts) => ({
  ...parts,
  transport: {
    put: (request) => parts.transport.put(request),
    call: async (endpoint, request, options) => {
      const reply = await parts.transport.call(endpoint, request, options);
      const confirms = PHOTO_OWNERS.map(confirmOf).find(({ path }) => path === endpoint.path);
      if (confirms !== undefined && reply.kind === 'ANSWERED' && reply.status === 200) {
        const { photoId } = (request as unknown as { params: { photoId: string } }).params;
        await parts.driver.execute('update photos set path = null where photo_id = ?', [photoId]);
      }
      return reply;
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

/** It believes that a server which was put back has all that it ever had. */
const bringsNothingAgain = withDevice((parts) => ({
  ...parts,
  transport: {
    put: (request) => parts.transport.put(request),
    call: async (endpoint, request, options) => {
      const reply = await parts.transport.call(endpoint, request, options);
      if (endpoint.path !== '/sync/known' || reply.kind !== 'ANSWERED' || reply.status !== 200) return reply;
      const { eventIds } = request.body as unknown as { readonly eventIds: readonly string[] };
      return { ...reply, body: { settled: eventIds } };
    },
  },
}));

/** What it had pulled and the server lost, it keeps to itself. */
const offersNothing = withDevice((parts) => ({
  ...parts,
  transport: {
    put: (request) => parts.transport.put(request),
    call: async (endpoint, request, options) =>
      endpoint.path === recoveredEndpoints.offerRecovered.path
        ? { ...answered(200, { kept: 0, refused: [] }), serverTime: NO_TIME }
        : parts.transport.call(endpoint, request, options),
  },
}));

/** Whoever gets a new key signs all that waits with it, absent people's entries too. */
const signsForOthers = withDevice((parts) => ({
  ...parts,
  transport: {
    put: (request) => parts.transport.put(request),
    call: async (endpoint, request, options) => {
      const reply = await parts.transport.call(endpoint, request, options);
      if (endpoint.path !== deviceEndpoints.register.path || reply.kind !== 'ANSWERED') return reply;
      const { signingKey } = (reply.body ?? {}) as { readonly signingKey?: string };
      if (signingKey === undefined) return reply;
      const waiting = await parts.driver.query(`select id, event from event_log where status = 'PENDING'`);
      for (const { id, event } of waiting) {
        const signature = createHmac('sha256', Buffer.from(signingKey, 'base64')).update(String(event));
        await parts.driver.execute('update event_log set signature = ? where id = ?', [
          signature.digest('hex'),
          String(id),
        ]);
      }
      return reply;
    },
  },
}));

/** It waits its day out, whatever the server has become. */
const hearsOfNoUpdate = withDevice((parts) => ({
  ...parts,
  transport: {
    put: (request) => parts.transport.put(request),
    call: async (endpoint, request, options) => {
      const reply = await parts.transport.call(endpoint, request, options);
      return reply.kind === 'ANSWERED' ? withoutVersion(reply) : reply;
    },
  },
}));

function withoutVersion(reply: Extract<Reply, { kind: 'ANSWERED' }>): Reply {
  const { 'wellpulse-protocol': _, ...headers } = reply.headers ?? {};
  return { ...reply, headers };
}

/** It keeps the room for a day that never comes. */
const keepsItsBallast = withDevice((parts) => ({
  ...parts,
  ballast: { ...parts.ballast, giveBack: async () => false },
}));

/** What was being written when the program died stays for ever. */
const keepsLeftovers = withDevice((parts) => ({
  ...parts,
  files: { ...parts.files, removeLeftovers: async () => undefined },
}));

/** One page that can't be read, and nothing can be entered any more. */
const stopsAtADamagedPage: Wiring = { ...SOUND, openDatabase: (file) => file.open() };

/** A second damage is taken for the first one, however long ago that was made good. */
const repairsOnce: Wiring = {
  ...SOUND,
  openDatabase: (file, clock) => {
    let isRepaired = false;
    const replace: typeof file.replace = async (fill) => {
      if (isRepaired) return false;
      isRepaired = await file.replace(fill);
      return isRepaired;
    };
    return SOUND.openDatabase({ ...file, replace }, clock);
  },
};

/** Silence means a server that is busy: the same batch again, as large as it was. */
const neverSplits = withDevice((parts) => ({
  ...parts,
  transport: onBatch(parts.transport, async ({ ask }) => {
    const reply = await ask();
    return reply.kind === 'ANSWERED' ? reply : { ...problem('UNAVAILABLE', 1), serverTime: NO_TIME };
  }),
}));

const NO_TIME = '2025-10-20T14:30:00.000Z';
const confirmOf = (kind: PhotoOwnerKind) => PHOTO_ENDPOINTS[kind].confirm;

/** What does not get through is taken for a dead link: nothing behind it is tried. */
const takesSilenceForADeadLink = (of: 'ENTRIES' | 'PHOTOS'): Wiring =>
  withDevice((parts) => {
    let isDead = false;
    const heard = (reply: Reply): Reply => {
      isDead = reply.kind !== 'ANSWERED';
      return reply;
    };
    const questions = of === 'ENTRIES' ? [deviceEndpoints.numbers] : PHOTO_OWNERS.map(confirmOf);
    return {
      ...parts,
      transport: {
        put: async (request) => {
          const reply = await parts.transport.put(request);
          return of === 'PHOTOS' ? heard(reply) : reply;
        },
        call: async (endpoint, request, options) => {
          if (questions.some(({ path }) => path === endpoint.path) && isDead) {
            isDead = false;
            return { kind: 'NO_ANSWER' };
          }
          const reply = await parts.transport.call(endpoint, request, options);
          return of === 'ENTRIES' && endpoint.path === syncEndpoints.batch.path ? heard(reply) : reply;
        },
      },
    };
  });

export const DEVICE_VARIANTS = {
  'settles-by-status': settlesByStatus,
  'settles-what-was-not-sent': settlesWhatWasNotSent,
  'fails-all-on-an-error': failsAllOnAnError,
  'deletes-what-it-sends': deletesWhatItSends,
  'pulls-over-pending': pullsOverPending,
  'drops-what-it-puts': dropsWhatItPuts,
  'forgets-photos-at-once': forgetsPhotosAtOnce,
  'loses-last-commits': losesLastCommits,
  'has-one-skew': hasOneSkew,
  'sees-no-step': seesNoStep,
  'brings-nothing-again': bringsNothingAgain,
  'offers-nothing': offersNothing,
  'signs-for-others': signsForOthers,
  'hears-of-no-update': hearsOfNoUpdate,
  'keeps-its-ballast': keepsItsBallast,
  'keeps-leftovers': keepsLeftovers,
  'stops-at-a-damaged-page': stopsAtADamagedPage,
  'repairs-once': repairsOnce,
  'never-splits': neverSplits,
  'one-entry-blocks-the-rest': takesSilenceForADeadLink('ENTRIES'),
  'one-photo-blocks-the-rest': takesSilenceForADeadLink('PHOTOS'),
} satisfies Record<string, Wiring>;
