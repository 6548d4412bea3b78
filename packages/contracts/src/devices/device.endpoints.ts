import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { instantSchema, uuidSchema } from '../fields/fields.ts';
import { pageOf, pageQuery, wholeListOf } from '../fields/lists.ts';
import {
  deviceNumbersAskedSchema,
  deviceNumbersSchema,
  deviceRegisteredSchema,
  deviceRegisterSchema,
  deviceSchema,
} from './device.ts';
import { recoveryReportSchema } from './device.fields.ts';

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

/** Registering and retiring devices, and what each says of its numbers. */
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
    problems: ['DEVICE_MISMATCH', 'DEVICE_REVOKED', 'WEB_DEVICES_FORBIDDEN'],
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
  retire: endpoint({
    method: 'POST',
    path: '/devices/:deviceId/retire',
    access: 'READ',
    summary:
      "Retire a device: it sends what is signed, records nothing more, then empties itself. One's own, or any as an administrator",
    tag,
    params,
    status: 204,
    answer: null,
    problems: ['DEVICE_NOT_FOUND'],
  }),
  wiped: endpoint({
    method: 'POST',
    path: '/devices/:deviceId/wiped',
    forDevices: 'BY_ROLE',
    access: 'READ',
    summary: 'A device that retires has sent everything and empties itself now: its sessions end',
    tag,
    params,
    status: 204,
    answer: null,
    problems: ['DEVICE_MISMATCH'],
  }),
  recovered: endpoint({
    method: 'POST',
    path: '/devices/:deviceId/recovered',
    forDevices: 'BY_ROLE',
    access: 'READ',
    summary: 'A device tells that the server, or its own data, was put back to an older state',
    tag,
    params,
    body: recoveryReportSchema,
    status: 204,
    answer: null,
    problems: ['DEVICE_MISMATCH'],
  }),
  lookedAt: endpoint({
    method: 'POST',
    path: '/devices/:deviceId/looked-at',
    access: 'MANAGE',
    summary: 'Somebody has looked at what a device told of being put back',
    tag,
    params,
    status: 204,
    answer: null,
    problems: ['DEVICE_NOT_FOUND'],
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/devices/:deviceId',
    access: 'READ',
    summary:
      "Lost or stolen: the device's keys end, and its sessions but for the caller's own. One's own, or any as an administrator",
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
