import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instantSchema, uuidSchema } from '../fields.ts';
import { pageOf, pageQuery, wholeListOf } from '../lists.ts';
import {
  deviceNumbersAskedSchema,
  deviceNumbersSchema,
  deviceRegisteredSchema,
  deviceRegisterSchema,
  deviceSchema,
} from './device.ts';

const tag = 'Devices';
const params = z.object({ deviceId: uuidSchema });

/** An event that the server refused for good; the device shows it to its person. */
export const refusedEventSchema = z
  .object({
    eventId: uuidSchema,
    deviceId: uuidSchema,
    deviceName: z.string().nullable(),
    deviceSequence: z.int().nullable(),
    userName: z.string().nullable(),
    eventType: z.string(),
    code: z.string(),
    reason: z.string(),
    receivedAt: instantSchema,
    payload: z.unknown(),
  })
  .meta({ id: 'RefusedEvent' });
export type RefusedEvent = z.infer<typeof refusedEventSchema>;

export const deviceEndpoints = {
  register: endpoint({
    method: 'POST',
    path: '/devices',
    forDevices: 'BY_ROLE',
    access: 'READ',
    summary:
      'Sign in on a device: registers it if it is new, gives the caller a signing key of their own on it, and binds the session to it',
    tag,
    body: deviceRegisterSchema,
    status: 201,
    answer: deviceRegisteredSchema,
    problems: ['DEVICE_MISMATCH', 'DEVICE_REVOKED'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/devices',
    access: 'READ',
    summary: "One's own devices; managers and administrators see all",
    tag,
    status: 200,
    answer: wholeListOf(deviceSchema),
  }),
  numbers: endpoint({
    method: 'POST',
    path: '/devices/:deviceId/numbers',
    forDevices: 'BY_ROLE',
    access: 'READ',
    summary: "Which numbers of the session's device are settled, for a device whose data may be an old copy",
    tag,
    params,
    body: deviceNumbersAskedSchema,
    status: 200,
    answer: deviceNumbersSchema,
    problems: ['DEVICE_MISMATCH'],
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/devices/:deviceId',
    access: 'READ',
    summary:
      "Revoke a device: its key ends, and its sessions but for the caller's own. One's own, or any as an administrator",
    tag,
    params,
    status: 204,
    answer: null,
    problems: ['DEVICE_NOT_FOUND'],
  }),
  refusedEvents: endpoint({
    method: 'GET',
    path: '/sync/refused',
    access: 'MANAGE',
    summary: 'Events from devices that were refused, newest first',
    tag: 'Sync',
    query: z.object({ ...pageQuery, deviceId: uuidSchema.optional() }),
    status: 200,
    answer: pageOf(refusedEventSchema),
  }),
};
