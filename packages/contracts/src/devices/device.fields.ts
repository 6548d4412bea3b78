import { z } from 'zod';
import { codeField, instantField, textField, type FieldCatalogue } from '../fields/field-catalogue.ts';
import { instantSchema, uuidSchema } from '../fields/fields.ts';

/** What a device's program runs on. */
export const DEVICE_PLATFORMS = ['ELECTRON', 'IOS', 'ANDROID', 'WEB'] as const;
export const devicePlatformSchema = z.enum(DEVICE_PLATFORMS);
export type DevicePlatform = z.infer<typeof devicePlatformSchema>;

/** `SERVER`: it found that the server had been put back to an older state. `DEVICE`: its own data had been. */
export const RECOVERY_KINDS = ['SERVER', 'DEVICE'] as const;

/** What a device tells when it found its own data or the server's put back to an older state. */
export const recoveryReportSchema = z.strictObject({
  kind: z.enum(RECOVERY_KINDS),
  events: z.int().min(0).meta({ description: 'How many entries it sends again, or had to number anew' }),
});
export type RecoveryReport = z.infer<typeof recoveryReportSchema>;

const value = { part: 'VALUE', nullable: false, contested: false, exported: true } as const;
const known = { part: 'SERVER', contested: false } as const;
const since = { ...known, nullable: true, exported: true } as const;

/** The fields of a device that the log knows of; how it is doing is read beside them. */
export const DEVICE_FIELDS = {
  name: { ...textField(120, 1), ...value },
  platform: { ...codeField(devicePlatformSchema), ...value },
  userId: {
    kind: 'REFERENCE',
    schema: uuidSchema.meta({ description: 'Who registered it' }),
    ...known,
    nullable: false,
    exported: false,
  },
  registeredAt: {
    ...instantField(z.string().meta({ description: 'When it was registered, the last time' })),
    ...since,
    nullable: false,
  },
  revokedAt: { ...instantField(z.string().meta({ description: 'Lost or stolen since' })), ...since },
  retiredAt: { ...instantField(z.string().meta({ description: 'Asked to retire since' })), ...since },
  wipedAt: {
    ...instantField(z.string().meta({ description: 'When it had sent everything and emptied itself' })),
    ...since,
  },
  recovery: {
    kind: 'STRUCTURE',
    schema: recoveryReportSchema.extend({ at: instantSchema }).meta({
      description: 'What it told of the server or itself being put back, until somebody has looked',
    }),
    ...since,
    exported: false,
  },
} as const satisfies FieldCatalogue;
