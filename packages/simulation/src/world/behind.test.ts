import { describe, expect, it } from 'vitest';
import { isBehind } from './behind.ts';

const entry = (deviceSequence: number, given: { productionDate?: string; deviceId?: string } = {}) => ({
  eventType: 'PRODUCTION_UPDATED',
  aggregateId: 'well',
  payload: { productionDate: given.productionDate ?? '2016-06-10' },
  deviceId: given.deviceId ?? 'truck',
  deviceSequence,
});

describe('behind an entry that waits for good', () => {
  const waiting = entry(5);

  it('is what its device entered later on the same record', () => {
    expect(isBehind(entry(6), waiting)).toBe(true);
  });

  it('is nothing that was entered before it: that is sent, and others hear of it', () => {
    expect(isBehind(entry(2), waiting)).toBe(false);
  });

  it('is nothing of another day, though it is the same well', () => {
    expect(isBehind(entry(6, { productionDate: '2016-06-11' }), waiting)).toBe(false);
  });

  it("is nothing of another device: each keeps its own entries' order", () => {
    expect(isBehind(entry(6, { deviceId: 'laptop' }), waiting)).toBe(false);
  });

  it('is what is done to the same item, whatever it is', () => {
    const onItem = (eventType: string, deviceSequence: number) => ({
      ...entry(deviceSequence),
      eventType,
      aggregateId: 'item',
      payload: {},
    });
    expect(isBehind(onItem('EQUIPMENT_MAINTENANCE_LOGGED', 6), onItem('EQUIPMENT_CREATED', 5))).toBe(true);
  });
});
