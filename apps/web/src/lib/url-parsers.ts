/** How filters stand in the address: what is no valid value there counts as absent. */
import { daySchema, uuidSchema } from '@wellpulse/contracts';
import { createParser } from 'nuqs';
import type { z } from 'zod';

/** A value that a schema of the protocol accepts as it is. */
export const parseAs = <Value extends string>(schema: z.ZodType<Value>) =>
  createParser<Value>({
    parse: (text) => schema.safeParse(text).data ?? null,
    serialize: (value) => value,
  });

export const parseAsDay = parseAs(daySchema);
export const parseAsUuid = parseAs(uuidSchema);
