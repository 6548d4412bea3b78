/** Servers that are broken in a way that other programs were. */
import { isInScope, lostRecordKey, rightsOf } from '@wellpulse/domain';
import { ownsByDevice, putsBackWhatWasBefore, refusesLateEdits } from './deletion-rules.ts';
import { wipesNotes } from './blank-notes.ts';
import { plugsForAllDays } from './well-rules.ts';
import { SOUND_PARTS, type ServerParts } from '../server/server-parts.ts';
import { SOUND, type Wiring } from '../world/wiring.ts';

const withServer = (parts: Partial<ServerParts>): Wiring => ({
  ...SOUND,
  server: { ...SOUND_PARTS, ...parts },
});

export const SERVER_VARIANTS = {
  'forgets-settled': withServer({ settledBefore: () => new Map() }),
  'answers-any-body': withServer({
    answeredBefore: (kept, { userId, bodyHash }) => {
      const before = [...kept].find(([key]) => key.startsWith(userId))?.[1];
      return before === undefined ? undefined : { ...before, bodyHash };
    },
  }),
  /** A number is taken when a transaction begins, and some commit after others that began later. */
  'commits-out-of-order': withServer({
    placeInFeed: () => (sequence) => (sequence % 4 === 0 ? sequence - 2 : sequence),
  }),
  'orders-by-device-clock': withServer({
    asJudged: (event, { timestamp }) => ({ ...event, baseVersion: 0, occurredAt: timestamp }),
  }),
  'believes-all-was-seen': withServer({
    asJudged: (event) => ({ ...event, baseVersion: Number.MAX_SAFE_INTEGER }),
  }),
  'orders-by-arrival': withServer({
    asJudged: (event) => ({ ...event, occurredAt: event.receivedAt }),
  }),
  'believes-any-hand': withServer({
    keysOf: (devices, deviceId, _, now) =>
      devices.peopleOn(deviceId).flatMap((userId) => devices.keysOf(deviceId, userId, now)),
  }),
  'judges-by-the-role-of-today': withServer({
    rightsOf: (periods, _, receivedAt) => rightsOf(periods, receivedAt, receivedAt),
  }),
  'judges-by-the-first-role': withServer({
    rightsOf: ([first], occurredAt, receivedAt) =>
      rightsOf(first === undefined ? [] : [first], occurredAt, receivedAt),
  }),
  'hears-of-no-end': withServer({
    rightsOf: (periods, occurredAt, receivedAt) =>
      rightsOf(
        periods.filter(({ role }) => role !== null),
        occurredAt,
        receivedAt,
      ),
  }),
  'hides-other-peoples-wells': withServer({
    reaches: (scope, { wellId }) => isInScope(scope, wellId),
  }),
  'takes-unknown-for-none': withServer({
    asJudged: (event) => ({ ...event, baseVersion: event.baseVersion ?? 0 }),
  }),
  /** What an earlier restore lost is gone when a later one loses the same record. */
  'keeps-one-lost-state': withServer({ lostStateKey: lostRecordKey }),
  'knows-what-came-later': withServer({
    asJudged: (event) => ({ ...event, deviceSequence: null }),
  }),
  'plugs-for-all-days': withServer({ rules: plugsForAllDays }),
  'wipes-notes': withServer({ rules: wipesNotes }),
  /** With one time, that of the log, which only rises. */
  'believes-its-own-clock': withServer({
    timesAfter: ({ loggedAt }, now) => {
      const at = loggedAt !== null && loggedAt > now ? loggedAt : now;
      return { receivedAt: at, loggedAt: at, setRightAt: null };
    },
  }),
  'sees-no-restore': withServer({ holdsMark: () => true }),
  'overlooks-an-older-storage': withServer({ looksForLostPhotos: false }),
  'goes-by-its-mark-alone': withServer({ looksAtNewPhotos: false }),
  'owns-by-device': withServer({ rules: ownsByDevice }),
  'refuses-late-edits': withServer({ rules: refusesLateEdits }),
  'puts-back-what-was-before': withServer({ rules: putsBackWhatWasBefore }),
  'overtakes-what-waits': withServer({ keepsOrder: false }),
  'acknowledges-first': withServer({ commitsFirst: false }),
  'loses-writes': withServer({ writes: (count) => count % 4 !== 0 }),
  'stores-photos-unseen': withServer({ readsPhotosBack: false }),
  'forgets-numbers': withServer({ lastSequence: () => 0 }),
} satisfies Record<string, Wiring>;

/** Servers whose faults the devices make up for. */
export const HARMLESS_SERVERS = {
  'fails-the-batch-for-one': withServer({ isPoisonForAll: true }),
} satisfies Record<string, Wiring>;
