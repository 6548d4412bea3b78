/** Servers that are broken in a way that other programs were. */
import { ownsByDevice, putsBackWhatWasBefore, refusesLateEdits } from './deletion-rules.ts';
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
