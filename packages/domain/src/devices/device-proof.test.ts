import { expect, test } from 'vitest';
import { deviceProofRefusal } from './device-proof.ts';

const shown = (secret: string, userId = 'pat') => ({ userId, matches: (kept: string) => kept === secret });

test('a new device proves itself by its first secret, and afterwards by the same one only', () => {
  expect(deviceProofRefusal(null, shown('first'))).toBeNull();
  const known = { secret: 'first', registeredBy: 'pat' };
  expect(deviceProofRefusal(known, shown('first', 'pia'))).toBeNull();
  expect(deviceProofRefusal(known, shown('other'))).toBe('DEVICE_MISMATCH');
});

test('a device from before there were secrets is proved by whoever registered it', () => {
  const known = { secret: null, registeredBy: 'pat' };
  expect(deviceProofRefusal(known, shown('any'))).toBeNull();
  expect(deviceProofRefusal(known, shown('any', 'pia'))).toBe('DEVICE_MISMATCH');
});
