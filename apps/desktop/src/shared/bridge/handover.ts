/** The file by which entries travel where no network is, both ways. Where it stands is asked by main and never told. */
import { EXPORT_FILE_ERRORS } from '@wellpulse/domain';
import { z } from 'zod';
import { method } from './method.ts';

const passphraseSchema = z.string().min(1).max(256);
const failedSchema = z.object({ kind: z.literal('FAILED'), code: z.enum(EXPORT_FILE_ERRORS) });
const cancelledSchema = z.object({ kind: z.literal('CANCELLED') });

/** How far an export or import is. */
export const handoverProgressSchema = z.object({ events: z.int(), photos: z.int() });

export const HANDOVER_METHODS = {
  /** Writes what the office has not got into a file of the person's choice. */
  'handover.export': method(
    z.strictObject({ passphrase: passphraseSchema }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('DONE'), events: z.int(), photos: z.int() }),
      cancelledSchema,
      failedSchema,
    ]),
  ),
  /** Takes over what another device wrote. */
  'handover.import': method(
    z.strictObject({ passphrase: passphraseSchema }),
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('DONE'),
        deviceName: z.string(),
        events: z.int(),
        photos: z.int(),
        known: z.int(),
        unread: z.int(),
      }),
      cancelledSchema,
      failedSchema,
    ]),
  ),
} as const;
