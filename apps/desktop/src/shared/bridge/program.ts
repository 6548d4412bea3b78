/** What the renderer asks first: which program this is, and who may open it. */
import { uuidSchema } from '@wellpulse/contracts';
import { STOP_REASONS } from '@wellpulse/domain';
import { z } from 'zod';
import { methodForAnybody } from './method.ts';
import { personSchema } from './people.ts';

/** Rises with each change that an older renderer would misread. Main and renderer of one build have the same. */
export const BRIDGE_VERSION = 1;

/**
 * Why the data on this laptop can't be opened. `KEY_LOST`: the system's store opens its key no more. `NEWER`: a newer program wrote it.
 * `DAMAGED`: it can't be read and could not be made anew. `FAULT`: anything else.
 */
export const dataTroubleSchema = z.enum(['KEY_LOST', 'NEWER', 'DAMAGED', 'DISK_FULL', 'FAULT']);
export type DataTrouble = z.infer<typeof dataTroubleSchema>;

export const startSchema = z.object({
  bridgeVersion: z.number(),
  appVersion: z.string(),
  /** BCP 47, such as `es-MX`. */
  language: z.string(),
  /** What the company has set, as far as this laptop knows; null while it is not registered. */
  company: z
    .object({
      id: uuidSchema,
      name: z.string(),
      /** IANA. */
      timeZone: z.string(),
      /** Percent beyond which a volume is remarked on. */
      varianceThresholdPercent: z.number(),
    })
    .nullable(),
  /** The office's address: of the last sign-in, or built in; null for neither. */
  server: z.string().nullable(),
  /** The company's short name; null before the first sign-in. */
  tenant: z.string().nullable(),
  /** Who signed in here before, by name. */
  people: z.array(z.object({ id: uuidSchema, name: z.string(), email: z.string() })),
  /** Null while the laptop is locked. */
  person: personSchema.nullable(),
  /** Milliseconds until the next try to unlock is heard; 0 if one is heard now. */
  waitMs: z.number(),
  /** Nobody's passphrase has opened the data, so nothing is sent until somebody's does. */
  isClosed: z.boolean(),
  /** Whether the system keeps the key of the data; where it does not, passphrases of eight characters do. */
  hasKeyStore: z.boolean(),
  /** Null for data that is open, or waits for a passphrase. */
  trouble: dataTroubleSchema.nullable(),
  /** What stopped the last sync; null if nothing did. */
  stopped: z.enum(STOP_REASONS).nullable(),
  /** When this laptop was retired and emptied itself, RFC 3339; null if it did not. */
  retiredAt: z.string().nullable(),
  /** When this laptop heard that it was reported lost or stolen, RFC 3339; null if it was not, or was found again. */
  lostAt: z.string().nullable(),
});
/** What the lock screen and the route are drawn from. */
export type Start = z.infer<typeof startSchema>;

export const PROGRAM_METHODS = {
  'program.start': methodForAnybody(z.strictObject({}), startSchema),
  /** Tries once more to open data that was in trouble. */
  'program.retry': methodForAnybody(z.strictObject({}), z.null()),
  /** Puts data aside that can't be opened, and begins anew. Nothing is deleted. Refused for data that is in order. */
  'program.startAnew': methodForAnybody(z.strictObject({}), z.null()),
} as const;
