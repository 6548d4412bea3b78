import { z } from 'zod';
import { partOf, valueShape } from '../fields/field-catalogue.ts';
import { optionalText, uuidSchema, versionSchema } from '../fields/fields.ts';
import { message } from '../messages/messages.ts';
import { DEVICE_FIELDS, recoveryReportSchema } from './device.fields.ts';

/** What a device gives of itself. */
const given = partOf(DEVICE_FIELDS, 'VALUE');

/** How many entries can be asked about at once. */
export const MAX_NUMBERS_ASKED = 1000;

/** A former signing key verifies what arrives within so many days after the person got another one. */
export const FORMER_KEY_DAYS = 180;

/** A device tells of a refused event for so many days. */
export const FAILED_EVENT_DAYS = 30;

/** What a device gives when it is registered. */
export const deviceRegisterSchema = z.object({
  id: uuidSchema,
  ...valueShape(given),
  deviceSecret: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, message('notDeviceSecret'))
    .meta({ description: 'Made by the device at its first registration, and the same with every later one' }),
  appVersion: optionalText(40).optional(),
});
export type DeviceRegister = z.infer<typeof deviceRegisterSchema>;

/** The person's signing key on this device is shown this once; `lastSequence` is the highest `deviceSequence` that the server has settled. */
export const deviceRegisteredSchema = z.object({
  deviceId: uuidSchema,
  signingKey: z.string().meta({ description: '32 bytes in base64' }),
  lastSequence: z.int(),
});
export type DeviceRegistered = z.infer<typeof deviceRegisteredSchema>;

/** What a device asks about its own numbers: which of these entries, that it may have sent before, are settled. */
export const deviceNumbersAskedSchema = z.object({
  eventIds: z.array(uuidSchema).max(MAX_NUMBERS_ASKED).default([]),
  closed: z
    .array(z.int().min(1).max(Number.MAX_SAFE_INTEGER))
    .max(MAX_NUMBERS_ASKED)
    .default([])
    .meta({ description: 'Numbers of refused or skipped entries that the server lost: they are no holes' }),
});

/** `lastSequence` is the highest `deviceSequence` that the server has settled for the device; 0 for none. */
export const deviceNumbersSchema = z
  .object({
    lastSequence: z.int(),
    settled: z.array(z.object({ eventId: uuidSchema, deviceSequence: z.int() })).meta({
      description: 'Those of the asked for that are settled, with the numbers that they are known by',
    }),
  })
  .meta({ id: 'DeviceNumbers' });
export type DeviceNumbers = z.infer<typeof deviceNumbersSchema>;

/** A hole is a run of `deviceSequence` numbers that never arrived although later ones did. */
export const sequenceHoleSchema = z.object({ from: z.int(), to: z.int() });
export type SequenceHole = z.infer<typeof sequenceHoleSchema>;

/** `RETIRING`: it sends what waits on it, and then empties itself. `RETIRED`: it has. */
export const DEVICE_STATUSES = ['ACTIVE', 'RETIRING', 'RETIRED', 'REVOKED'] as const;
export const deviceStatusSchema = z.enum(DEVICE_STATUSES);
export type DeviceStatus = z.infer<typeof deviceStatusSchema>;

/** A device as the log knows it; its key and when it was heard of are not in the log. */
export const deviceRecordSchema = z.object({
  id: uuidSchema,
  ...valueShape(DEVICE_FIELDS),
  version: versionSchema,
});
export type DeviceRecord = z.infer<typeof deviceRecordSchema>;

/** A device as lists show it: who has it, when it was heard of, and what is wrong with it. */
export const deviceSchema = deviceRecordSchema
  .omit({ version: true })
  .extend({
    userName: z.string().nullable(),
    status: deviceStatusSchema,
    appVersion: z.string().nullable(),
    restoreMissedAt: z
      .string()
      .nullable()
      .meta({ description: 'When the server was found put back, if it was not heard of since' }),
    lastSeenAt: z.string().nullable(),
    lastSequence: z.int(),
    holes: z.array(sequenceHoleSchema).meta({ description: 'The first 100' }),
    missingEvents: z.int().meta({ description: 'How many numbers the holes have in all' }),
    unsignedEvents: z.int().meta({ description: 'How many events it carried that no author had signed' }),
    failedEvents: z.int().meta({
      description: `Refused in the last ${FAILED_EVENT_DAYS} days, and neither entered by a person since nor left out`,
    }),
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
export const deviceRegisteredPayload = z.strictObject(valueShape(given));
export const deviceRevokedPayload = z.strictObject({});
export const deviceRetiredPayload = z.strictObject({});
export const deviceWipedPayload = z.strictObject({});
export const deviceRecoveredPayload = recoveryReportSchema;
export const deviceLookedAtPayload = z.strictObject({});
