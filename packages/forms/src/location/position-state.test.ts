import type { Fix } from '@wellpulse/domain';
import { createWords } from '@wellpulse/words';
import { expect, it } from 'vitest';
import { positionLine, positionNotes } from './position-state.ts';

const words = createWords('en');
const well = { latitude: 31.8457, longitude: -102.3676 };
const fixAt = (feetNorth: number, accuracyFeet: number): Fix => ({
  latitude: well.latitude + feetNorth / 364_813,
  longitude: well.longitude,
  accuracyFeet,
  capturedAt: '2025-10-20T14:30:00.000Z',
});
const said = (feetNorth: number, accuracyFeet: number) =>
  positionNotes(words, { kind: 'FIX', fix: fixAt(feetNorth, accuracyFeet) }, well).map(
    ({ tone, text }) => `${tone} ${text}`,
  );

it('says how far the well is, and how sure that is', () => {
  expect(said(125, 16.4)).toEqual(['GOOD 125 ft from the well, within 16 ft']);
});

it('warns beyond 500 feet, and no nearer', () => {
  expect(said(500, 16)).toHaveLength(1);
  expect(said(7392, 16)).toEqual([
    'PLAIN 1.4 miles from the well, within 16 ft',
    'WARNING You are 1.4 miles from this well. Is it the right one?',
  ]);
});

it('says of a coarse fix that it gets better', () => {
  expect(said(20, 120)).toEqual([
    'PLAIN 20 ft from the well, within 120 ft',
    'WARNING Only within 120 ft so far. It gets better while you type.',
  ]);
});

it('says of a typed one with few decimals what would be more exact', () => {
  const [, coarse] = positionNotes(words, { kind: 'TYPED', fix: fixAt(20, 365) }, well);
  expect(coarse).toEqual({ tone: 'WARNING', text: 'Only within 365 ft. Four decimals are more exact.' });
});

it('says so where the well has no position, and where nobody knows where the person is', () => {
  const fix = fixAt(0, 16);
  expect(positionNotes(words, { kind: 'FIX', fix }, null)).toEqual([
    { tone: 'GOOD', text: 'Distance from the well not known, within 16 ft' },
  ]);
  expect(positionNotes(words, { kind: 'NO_FIX' }, well)).toEqual([
    { tone: 'PLAIN', text: 'No position yet' },
    { tone: 'PLAIN', text: 'You can save without it.' },
  ]);
  expect([positionLine(words, { kind: 'OFF' }), positionLine(words, { kind: 'FIX', fix })]).toEqual([
    'Location is off',
    'Location is on, within 16 ft',
  ]);
});
