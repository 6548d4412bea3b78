/** Devices: registered by a person, used by everybody; revoked unless that person, or an administrator, brings them back. */
import { accepted, refused, type Decision } from '../state/decision.ts';
import type { Actor, EventOf } from '../state/event.ts';
import type { DeviceRow, Workset } from '../state/workset.ts';

export function registerDevice(
  workset: Workset,
  event: EventOf<'DEVICE_REGISTERED'>,
  actor: Actor,
): Decision {
  if (event.userId === null) throw new Error('Somebody answers for every device');
  const known = workset.devices.get(event.aggregateId);
  if (known !== undefined && !mayManage(known, actor)) {
    return known.revokedAt === null ? accepted(known.id, false) : refused('DEVICE_REVOKED');
  }
  if (known !== undefined && known.revokedAt === null && isSame(known, event.payload)) {
    return accepted(known.id, false);
  }
  workset.devices.put(event.aggregateId, {
    ...event.payload,
    id: event.aggregateId,
    userId: known?.userId ?? event.userId,
    registeredAt: event.receivedAt,
    revokedAt: null,
    version: workset.nextVersion(known?.version ?? 0),
  });
  return accepted(event.aggregateId);
}

/** Somebody else's device is not told apart from one that never was. */
export function revokeDevice(workset: Workset, event: EventOf<'DEVICE_REVOKED'>, actor: Actor): Decision {
  const device = workset.devices.get(event.aggregateId);
  if (device === undefined || !mayManage(device, actor)) return refused('DEVICE_NOT_FOUND');
  if (device.revokedAt !== null) return accepted(device.id, false);
  workset.devices.put(device.id, {
    ...device,
    revokedAt: event.receivedAt,
    version: workset.nextVersion(device.version),
  });
  return accepted(device.id);
}

const isSame = (device: DeviceRow, { name, platform }: EventOf<'DEVICE_REGISTERED'>['payload']): boolean =>
  device.name === name && device.platform === platform;

const mayManage = (device: DeviceRow, { userId, role }: Actor): boolean =>
  role === null || role === 'ADMIN' || device.userId === userId;
