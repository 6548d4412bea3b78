import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tokensCss } from './css.ts';
import { CONTROLS, FIELD_GAP, type ControlSizes } from './sizes.ts';

test('tokens.css is made from the tokens', async () => {
  await expect(tokensCss()).toMatchFileSnapshot(fileURLToPath(new URL('./tokens.css', import.meta.url)));
});

test('hands in gloves find what they aim at: figures of the customer', () => {
  const { fine, coarse }: Record<'fine' | 'coarse', ControlSizes> = CONTROLS.field;
  expect(fine).toEqual(coarse);
  expect(Math.min(fine.sm, fine.md)).toBeGreaterThanOrEqual(50);
  expect(fine.lg).toBeGreaterThanOrEqual(60);
  expect(FIELD_GAP).toBeGreaterThanOrEqual(20);
});
