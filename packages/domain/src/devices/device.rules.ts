/**
 * Devices: registered by a person, used by everybody. One that was lost (revoked), or that retired and emptied itself, comes
 * back by that person or an administrator only.
 */
import { accepted, refused, type Decision } from '../state/decision.ts';
import type { Actor } from '../state/actor.ts';
import type { EventOf } from '../state/event.ts';
import type { DeviceRow, Workset } from '../state/workset.ts';
import { deviceStatus, hasEnded } from './device-status.ts';
import { webDeviceRefusal } from './web-devices.ts';

export function registerDevice(
  workset: Workset,
  event: EventOf<'DEVICE_REGISTERED'>,
  actor: Actor,
): Decision {
  if (event.userId === null) throw new Error('Somebody answers for every device');
  const refusal = webDeviceRefusal(event.payload.platform, workset.tenantSettings);
  if (refusal !== null) return refused(refusal);
  const known = workset.devices.get(event.aggregateId);
  const isBack = known !== undefined && isEnded(known);
  if (known !== undefined && !mayManage(known, actor)) {
    return isBack ? refused('DEVICE_REVOKED') : accepted(known.id, false);
  }
  if (known !== undefined && !isBack && isSame(known, event.payload)) return accepted(known.id, false);
  workset.devices.put(event.aggregateId, {
    ...event.payload,
    id: event.aggregateId,
    userId: known?.userId ?? event.userId,
    registeredAt: event.receivedAt,
    revokedAt: null,
    // Signing in on a device that is about to retire does not keep it.
    retiredAt: isBack ? null : (known?.retiredAt ?? null),
    wipedAt: null,
    recovery: known?.recovery ?? null,
    version: workset.nextVersion(known?.version ?? 0),
  });
  return accepted(event.aggregateId);
}

/** Lost or stolen. Somebody else's device is not told apart from one that never was. */
export function revokeDevice(workset: Workset, event: EventOf<'DEVICE_REVOKED'>, actor: Actor): Decision {
  const device = workset.devices.get(event.aggregateId);
  if (device === undefined || !mayManage(device, actor)) return refused('DEVICE_NOT_FOUND');
  if (device.revokedAt !== null) return accepted(device.id, false);
  return change(workset, device, { revokedAt: event.receivedAt });
}

/** It will send what waits on it, and empty itself. */
export function retireDevice(workset: Workset, event: EventOf<'DEVICE_RETIRED'>, actor: Actor): Decision {
  const device = workset.devices.get(event.aggregateId);
  if (device === undefined || !mayManage(device, actor)) return refused('DEVICE_NOT_FOUND');
  if (isEnded(device) || device.retiredAt !== null) return accepted(device.id, false);
  return change(workset, device, { retiredAt: event.receivedAt });
}

/** It has emptied itself. Only a device that was asked to retire does. */
export function wipeDevice(workset: Workset, event: EventOf<'DEVICE_WIPED'>): Decision {
  const device = workset.devices.get(event.aggregateId);
  if (device === undefined || device.retiredAt === null) return refused('DEVICE_NOT_FOUND');
  if (isEnded(device)) return accepted(device.id, false);
  return change(workset, device, { wipedAt: event.receivedAt });
}

/** Told by the device itself. A later one stands in the place of an earlier one that nobody has looked at. */
export function recordRecovery(workset: Workset, event: EventOf<'DEVICE_RECOVERED'>): Decision {
  const device = workset.devices.get(event.aggregateId);
  if (device === undefined) return refused('DEVICE_NOT_FOUND');
  return change(workset, device, { recovery: { ...event.payload, at: event.receivedAt } });
}

export function lookAtDevice(workset: Workset, event: EventOf<'DEVICE_LOOKED_AT'>): Decision {
  const device = workset.devices.get(event.aggregateId);
  if (device === undefined) return refused('DEVICE_NOT_FOUND');
  if (device.recovery === null) return accepted(device.id, false);
  return change(workset, device, { recovery: null });
}

function change(workset: Workset, device: DeviceRow, fields: Partial<DeviceRow>): Decision {
  workset.devices.put(device.id, { ...device, ...fields, version: workset.nextVersion(device.version) });
  return accepted(device.id);
}

const isSame = (device: DeviceRow, { name, platform }: EventOf<'DEVICE_REGISTERED'>['payload']): boolean =>
  device.name === name && device.platform === platform;

const isEnded = (device: DeviceRow): boolean => hasEnded(deviceStatus(device));

const mayManage = (device: DeviceRow, { userId, role }: Actor): boolean =>
  role === null || role === 'ADMIN' || device.userId === userId;
