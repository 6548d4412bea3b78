/** What the renderer asks first: which program this is, and who may open it. */
import { uuidSchema } from '@wellpulse/contracts';
import { z } from 'zod';
import { methodForAnybody } from './method.ts';
import { personSchema } from './people.ts';

/** Rises with each change that an older renderer would misread. Main and renderer of one build have the same. */
export const BRIDGE_VERSION = 1;

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
  /** The office's address; null before the first sign-in. */
  server: z.string().nullable(),
  /** The company's short name; null before the first sign-in. */
  tenant: z.string().nullable(),
  /** Who signed in here before, by name. */
  people: z.array(z.object({ id: uuidSchema, name: z.string(), email: z.string() })),
  /** Null while the laptop is locked. */
  person: personSchema.nullable(),
  /** Milliseconds until the next try to unlock is heard; 0 if one is heard now. */
  waitMs: z.number(),
});
/** What the lock screen and the route are drawn from. */
export type Start = z.infer<typeof startSchema>;

export const PROGRAM_METHODS = {
  'program.start': methodForAnybody(z.strictObject({}), startSchema),
} as const;
