import { expect, test } from 'vitest';
import { accessRefusal, otherDeviceRefusal } from './endpoint-access.ts';

const enter = { method: 'POST', access: 'ENTER' } as const;
const read = { method: 'GET', access: 'READ' } as const;

test('a route is open by role', () => {
  expect(accessRefusal(enter, { role: 'VIEWER', deviceId: null })).toBe('ROLE');
  expect(accessRefusal(enter, { role: 'OPERATOR', deviceId: null })).toBe(null);
});

test('the session of a device reads, and changes only what is open to devices', () => {
  const onDevice = { role: 'OPERATOR', deviceId: 'truck' } as const;
  expect(accessRefusal(read, onDevice)).toBe(null);
  expect(accessRefusal(enter, onDevice)).toBe('DEVICE_READS_ONLY');
  expect(accessRefusal({ ...enter, forDevices: 'BY_ROLE' }, onDevice)).toBe(null);
  expect(accessRefusal({ ...enter, forDevices: 'BY_ROLE' }, { ...onDevice, role: 'VIEWER' })).toBe('ROLE');
});

test('a device brings what others signed too, whatever role its person has', () => {
  const batch = { ...enter, forDevices: 'WHATEVER_ROLE' } as const;
  expect(accessRefusal(batch, { role: 'VIEWER', deviceId: 'truck' })).toBe(null);
  expect(accessRefusal(batch, { role: 'VIEWER', deviceId: null })).toBe('ROLE');
});

test('only a device itself speaks for a device', () => {
  expect(otherDeviceRefusal('truck', 'truck')).toBeNull();
  expect(otherDeviceRefusal('truck', 'phone')).toBe('DEVICE_MISMATCH');
  expect(otherDeviceRefusal('truck', null)).toBe('DEVICE_MISMATCH');
});
