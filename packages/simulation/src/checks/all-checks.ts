import type { Check } from './check.ts';
import { checkSavedIsKept } from './saved-is-kept.check.ts';
import { checkLogComplete, checkLogOnce, checkOrderOnRecords, checkReplay } from './log.check.ts';
import { checkOrder } from './order.check.ts';
import { checkOverwrites } from './overwrites.check.ts';
import { checkPhotos } from './photos.check.ts';
import { checkPlugged } from './plugged.check.ts';
import { checkReplicas } from './replicas.check.ts';
import { checkRoom } from './room.check.ts';
import { checkSavedEvents } from './saved-events.check.ts';
import { checkHands, checkRights } from './rights.check.ts';
import { checkSwallowed } from './swallowed.check.ts';
import { checkTakenBack } from './taken-back.check.ts';
import { checkTimes } from './times.check.ts';
import { checkSequences } from './sequences.check.ts';

export const CHECKS: readonly Check[] = [
  checkSavedEvents,
  checkLogOnce,
  checkLogComplete,
  checkSavedIsKept,
  checkOrderOnRecords,
  checkReplay,
  checkOverwrites,
  checkOrder,
  checkTakenBack,
  checkReplicas,
  checkPlugged,
  checkPhotos,
  checkSwallowed,
  checkSequences,
  checkTimes,
  checkRights,
  checkHands,
  checkRoom,
];
