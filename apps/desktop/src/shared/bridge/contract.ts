/**
 * All that crosses between main and renderer. Main parses each input and checks who sent it; the preload passes on the names that stand
 * here and no others. No SQL, key, token or path of a file crosses.
 */
import type { z } from 'zod';
import { ALERT_METHODS } from './alerts.ts';
import { EQUIPMENT_METHODS } from './equipment.ts';
import { HISTORY_METHODS } from './history.ts';
import { ACTIVITY_METHODS } from './activity.ts';
import { CONFLICT_METHODS } from './conflicts.ts';
import { ENTRY_METHODS } from './entries.ts';
import { HANDOVER_METHODS, handoverProgressSchema } from './handover.ts';
import type { Answer } from './method.ts';
import { PEOPLE_METHODS } from './people.ts';
import { PHOTO_METHODS } from './photos.ts';
import { PROGRAM_METHODS } from './program.ts';
import { RECORD_METHODS } from './records.ts';
import { bannerSchema, SYNC_METHODS } from './sync.ts';
import { UPDATE_METHODS, updateSchema } from './updates.ts';
import { WELL_METHODS } from './wells.ts';

export const METHODS = {
  ...PROGRAM_METHODS,
  ...PEOPLE_METHODS,
  ...RECORD_METHODS,
  ...WELL_METHODS,
  ...ENTRY_METHODS,
  ...EQUIPMENT_METHODS,
  ...PHOTO_METHODS,
  ...HISTORY_METHODS,
  ...ALERT_METHODS,
  ...SYNC_METHODS,
  ...ACTIVITY_METHODS,
  ...HANDOVER_METHODS,
  ...CONFLICT_METHODS,
  ...UPDATE_METHODS,
} as const;

/** What main tells without being asked, each with its value. */
export const NEWS = {
  /** Something waits, went or failed. Rows may have changed too. */
  changed: bannerSchema,
  /** How far a file is written. */
  handover: handoverProgressSchema,
  /** A new version was downloaded. */
  update: updateSchema,
} as const;

/** What its handler is given: parsed. */
export type Parsed<Name extends MethodName> = z.output<(typeof METHODS)[Name]['input']>;
export type MethodName = keyof typeof METHODS;
export type Input<Name extends MethodName> = z.input<(typeof METHODS)[Name]['input']>;
export type Output<Name extends MethodName> = z.output<(typeof METHODS)[Name]['output']>;
export type NewsName = keyof typeof NEWS;
export type News<Name extends NewsName> = z.output<(typeof NEWS)[Name]>;

/** What the preload gives to the page, as `window.wellpulse`. */
export interface Bridge {
  call<Name extends MethodName>(name: Name, input: Input<Name>): Promise<Answer<Output<Name>>>;
  /** Calls `listener` with each piece of news until the function returned is called. */
  on<Name extends NewsName>(name: Name, listener: (news: News<Name>) => void): () => void;
}
