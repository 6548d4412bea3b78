import type { Check } from './check.ts';
import { checkLogComplete, checkLogOnce, checkOrderOnRecords, checkReplay } from './log.check.ts';
import { checkReplicas } from './replicas.check.ts';
import { checkSavedEvents } from './saved-events.check.ts';
import { checkSequences } from './sequences.check.ts';

export const CHECKS: readonly Check[] = [
  checkSavedEvents,
  checkLogOnce,
  checkLogComplete,
  checkOrderOnRecords,
  checkReplay,
  checkReplicas,
  checkSequences,
];
