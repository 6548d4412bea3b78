/** A new version of the program: it is downloaded beside the work, and installed when the program ends. */
import { z } from 'zod';
import { methodForAnybody } from './method.ts';

/** The version that is downloaded and waits to be installed; null for none. */
export const updateSchema = z.object({ version: z.string() }).nullable();
export type Update = z.infer<typeof updateSchema>;

/** Anybody may restart: whoever closes the program installs the new version too. */
export const UPDATE_METHODS = {
  'updates.ready': methodForAnybody(z.strictObject({}), updateSchema),
  /** Ends the program, installs, and starts it again. Does nothing where no version is ready. */
  'updates.restart': methodForAnybody(z.strictObject({}), z.null()),
} as const;
