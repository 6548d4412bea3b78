import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tokensCss } from './css.ts';
import { CONTROLS, FIELD_GAP, type ControlSizes } from './sizes.ts';
import { FIELD_TYPE, TEXT_SCALE, TYPE } from './type.ts';

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

test('what is read in sunlight is 16 pixels high, labels of charts and initials 14', () => {
  const { '2xs': smallest, ...others } = { ...TYPE, ...FIELD_TYPE };
  const read = Object.values(others).map(({ size }) => size * TEXT_SCALE.field);
  expect(Math.min(...read)).toBeGreaterThanOrEqual(16);
  expect(smallest.size * TEXT_SCALE.field).toBeGreaterThanOrEqual(14);
});
