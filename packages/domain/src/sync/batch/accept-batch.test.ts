import { describe, expect, it } from 'vitest';
import { answerAtOnce, type ArrivingBatch } from './accept-batch.ts';

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
    expect(answerAtOnce(batch)).toBeNull();
    expect(answerAtOnce({ ...batch, deviceId: null, sessionDeviceId: null })).toBeNull();
  });

  it('gets the same answer again, and another batch none by its key', () => {
    expect(answerAtOnce({ ...batch, before })).toBe(answer);
    expect(answerAtOnce({ ...batch, before, bodyHash: 'two' })).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('of another device, or of a revoked one, is refused even if it was answered before', () => {
    expect(answerAtOnce({ ...batch, before, deviceId: 'other' })).toBe('DEVICE_MISMATCH');
    expect(answerAtOnce({ ...batch, before, deviceId: null })).toBe('DEVICE_MISMATCH');
    expect(answerAtOnce({ ...batch, before, isRevoked: true })).toBe('DEVICE_REVOKED');
  });
});
