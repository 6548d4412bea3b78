import { rightsVectors, type RightsVector } from '@wellpulse/testing/rights-vectors';
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mayManageOthersWork } from '../../state/actor.ts';
import { readDeviceEvent, type ReadEvent, type ReadingContext } from './read-device-event.ts';
import { rightsOf, type RolePeriod } from './role-history.ts';
import { signedText } from './signed-text.ts';

const { tenantId, deviceId, keys, signatures, rights } = rightsVectors;
const ANN = keys['ann'];
const OPERATOR: readonly RolePeriod[] = [{ since: '2025-01-01T00:00:00.000Z', role: 'OPERATOR' }];

const matches: ReadingContext['matches'] = (key, text, signature) =>
  createHmac('sha256', key).update(text, 'utf8').digest('hex') === signature;

const contextAt = (receivedAt: string, periods: readonly RolePeriod[]): ReadingContext => ({
  tenantId,
  carrierId: '0199f3a2-0000-7000-8000-0000000000ca',
  receivedAt,
  protocol: 2,
  skew: 0,
  matches,
  platformOf: (id) => (id === deviceId ? 'ANDROID' : undefined),
  keysOf: (_, userId) =>
    Object.values(keys).flatMap((held) => (held.userId === userId ? Buffer.from(held.key, 'base64') : [])),
  endedKeysOf: () => [],
  rightsOf: (_, occurredAt) => rightsOf(periods, occurredAt, receivedAt),
});

const codeOf = (read: ReadEvent): string =>
  read.ok ? 'TAKEN' : read.outcome.result === 'FAILED' ? read.outcome.code : read.outcome.result;

describe('whose key signed it', () => {
  test.each(signatures)('$name', ({ event, canonical, becomes }) => {
    const read = readDeviceEvent(event, contextAt('2025-03-05T13:00:00.000Z', OPERATOR));
    expect(codeOf(read)).toBe(becomes);
    // Whatever was changed on the way: what was signed is that text.
    if (becomes !== 'SIGNATURE_INVALID') expect(signedText(event)).toBe(canonical);
  });
});

describe('what its author may do', () => {
  /** The author's event of a kind, signed with their key. */
  function read({ periods, typedAt, arrivesAt }: RightsVector, event: Readonly<Record<string, unknown>>) {
    const wire = { ...signatures[0]?.event, ...event, timestamp: typedAt };
    const signature = createHmac('sha256', Buffer.from(ANN?.key ?? '', 'base64'))
      .update(signedText(wire))
      .digest('hex');
    return readDeviceEvent({ ...wire, signature }, contextAt(arrivesAt, periods));
  }
  const day = { productionDate: '2025-03-05' };
  const ENTRIES = [
    { eventType: 'PRODUCTION_CREATED', payload: { ...day, oilVolume: 1 } },
    { eventType: 'PRODUCTION_UPDATED', payload: { ...day, oilVolume: 1 } },
    { eventType: 'PRODUCTION_DELETED', payload: day },
    { eventType: 'EQUIPMENT_DELETED', payload: {} },
  ];

  test.each(rights)('$name', (vector) => {
    for (const entry of ENTRIES) {
      const got = read(vector, entry);
      expect(got.ok && got.event.authorLeft ? 'MARKED' : codeOf(got)).toBe(vector.entry);
      // A deletion is a ruling where others wrote to what is deleted, which its rule asks by the same actor.
      if (got.ok) expect(mayManageOthersWork(got.actor) ? 'TAKEN' : 'FORBIDDEN').toBe(vector.ruling);
    }
  });
});
