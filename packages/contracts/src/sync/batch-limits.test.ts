import { expect, test } from 'vitest';
import { MAX_PHOTO_BYTES } from '../photos/photo.ts';
import { MAX_BATCH_BYTES, MAX_EVENT_BYTES } from './batch-limits.ts';

test('a batch has room for an event with the largest photo, as base64', () => {
  const base64 = Math.ceil(MAX_PHOTO_BYTES / 3) * 4;
  expect(base64 + MAX_EVENT_BYTES).toBeLessThan(MAX_BATCH_BYTES);
});
