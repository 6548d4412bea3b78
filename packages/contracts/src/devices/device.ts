import { z } from 'zod';
import { text, uuidSchema } from '../fields.ts';

export const DEVICE_PLATFORMS = ['ELECTRON', 'IOS', 'ANDROID', 'WEB'] as const;
export const devicePlatformSchema = z.enum(DEVICE_PLATFORMS);
export type DevicePlatform = z.infer<typeof devicePlatformSchema>;

const deviceFields = {
  name: text(120, 1),
  platform: devicePlatformSchema,
};

export const deviceRegisterSchema = z.object({
  id: uuidSchema,
  ...deviceFields,
  appVersion: text(40).nullable().optional(),
});
export type DeviceRegister = z.infer<typeof deviceRegisterSchema>;

/** The signing key is shown this once; `lastSequence` is the highest `deviceSequence` that the server has settled. */
export const deviceRegisteredSchema = z.object({
  deviceId: uuidSchema,
  signingKey: z.string().meta({ description: '32 bytes in base64' }),
  lastSequence: z.int(),
});
export type DeviceRegistered = z.infer<typeof deviceRegisteredSchema>;

/** A hole is a run of `deviceSequence` numbers that never arrived although later ones did. */
export const sequenceHoleSchema = z.object({ from: z.int(), to: z.int() });
export type SequenceHole = z.infer<typeof sequenceHoleSchema>;

export const deviceSchema = z
  .object({
    id: uuidSchema,
    ...deviceFields,
    userId: uuidSchema.meta({ description: 'Who registered it' }),
    userName: z.string().nullable(),
    status: z.enum(['ACTIVE', 'REVOKED']),
    appVersion: z.string().nullable(),
    registeredAt: z.string(),
    revokedAt: z.string().nullable(),
    lastSeenAt: z.string().nullable(),
    lastSequence: z.int(),
    holes: z.array(sequenceHoleSchema).meta({ description: 'The first 100' }),
    missingEvents: z.int().meta({ description: 'How many numbers the holes have in all' }),
    failedEvents: z.int().meta({ description: 'Refused in the last 30 days' }),
    openConflicts: z.int(),
    waitingPhotos: z.int(),
    clockSkewSeconds: z
      .int()
      .nullable()
      .meta({ description: 'How far its clock was behind (or, negative, ahead) at its last sync' }),
  })
  .meta({ id: 'Device' });
export type Device = z.infer<typeof deviceSchema>;

/** Event payloads; the aggregate is the device. */
export const deviceRegisteredPayload = z.strictObject(deviceFields);
export const deviceRevokedPayload = z.strictObject({});
