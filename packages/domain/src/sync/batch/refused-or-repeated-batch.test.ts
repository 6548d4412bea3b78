import { describe, expect, it } from 'vitest';
import { refuseOrRepeatBatch, type ArrivingBatch } from './refused-or-repeated-batch.ts';

const answer = { synced: ['a'], conflicts: [], failed: [], serverTime: '2025-06-15T18:00:00.000Z' };
const before = { bodyHash: 'one', answer };
const batch: ArrivingBatch = {
  deviceId: 'phone',
  sessionDeviceId: 'phone',
  isRevoked: false,
  bodyHash: 'one',
  before: undefined,
};

describe('a batch', () => {
  it('is judged if its key is new', () => {
    expect(refuseOrRepeatBatch(batch)).toBeNull();
    expect(refuseOrRepeatBatch({ ...batch, deviceId: null, sessionDeviceId: null })).toBeNull();
  });

  it('gets the same answer again, and another batch none by its key', () => {
    expect(refuseOrRepeatBatch({ ...batch, before })).toBe(answer);
    expect(refuseOrRepeatBatch({ ...batch, before, bodyHash: 'two' })).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('of another device, or of a revoked one, is refused even if it was answered before', () => {
    expect(refuseOrRepeatBatch({ ...batch, before, deviceId: 'other' })).toBe('DEVICE_MISMATCH');
    expect(refuseOrRepeatBatch({ ...batch, before, deviceId: null })).toBe('DEVICE_MISMATCH');
    expect(refuseOrRepeatBatch({ ...batch, before, isRevoked: true })).toBe('DEVICE_REVOKED');
  });
});
