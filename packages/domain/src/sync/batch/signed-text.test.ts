import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { signedText } from './signed-text.ts';

const event = {
  id: '0199f3a2-7c4e-7b1a-9a55-0c2f4d1e8a01',
  deviceSequence: 17,
  payload: { productionDate: '2025-10-20', oilVolume: 42.5, gasVolume: 120.0 },
};

test('the order of keys and the way a number was written make no difference', () => {
  const other = JSON.parse(
    '{"payload":{"gasVolume":120.00,"oilVolume":4.25e1,"productionDate":"2025-10-20"},"deviceSequence":17,"id":"0199f3a2-7c4e-7b1a-9a55-0c2f4d1e8a01"}',
  ) as typeof event;
  expect(signedText(other)).toBe(signedText(event));
});

test('the signature itself is not signed, everything else is', () => {
  expect(signedText({ ...event, signature: 'ab' })).toBe(signedText(event));
  expect(signedText({ ...event, deviceSequence: 18 })).not.toBe(signedText(event));
});

test('what JSON cannot carry is refused', () => {
  expect(() => signedText({ oilVolume: Number.NaN })).toThrow();
});

const file = new URL('../../../../../../shared/data/sync/vectors.json', import.meta.url);
const vectorsSchema = z.object({
  signingKey: z.string(),
  vectors: z.array(
    z.object({
      name: z.string(),
      event: z.record(z.string(), z.unknown()),
      canonical: z.string().optional(),
      signature: z.string().optional(),
      invalidSignature: z.string().optional(),
    }),
  ),
});

test.skipIf(!existsSync(file))(
  'the published vectors are signed as they say (skipped without their file)',
  () => {
    const { signingKey, vectors } = vectorsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(vectors.length).toBeGreaterThan(0);
    for (const vector of vectors) {
      const text = signedText(vector.event);
      if (vector.canonical !== undefined) expect(text, vector.name).toBe(vector.canonical);
      const signature = createHmac('sha256', Buffer.from(signingKey, 'base64')).update(text).digest('hex');
      if (vector.signature !== undefined) expect(signature, vector.name).toBe(vector.signature);
      expect(signature, vector.name).not.toBe(vector.invalidSignature);
    }
  },
);
