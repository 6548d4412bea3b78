/** What a person reads off a conflict at the phone, and which of the buttons they are given. */
import type { ShownConflict } from '@wellpulse/domain';
import type { ConflictLine } from '@wellpulse/forms/device';
import { aConflict, anOpenConflict } from '@wellpulse/testing/a-conflict';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import type { Phone } from '../../data/phone.ts';
import { drawn } from '../../testing/screen.fixture.tsx';
import { ConflictCard } from './ConflictCard.tsx';

const { conflictTexts, conflictStatusNames, conflictTitle } = createWords('en');
const card = (conflict: ShownConflict, more: Partial<ConflictLine> = {}) =>
  drawn(<ConflictCard line={{ conflict, isNew: false, mayChoose: false, mayUndo: false, ...more }} />, {
    phone: { client: {} } as unknown as Phone,
    session: { company: { name: 'Acme', timeZone: 'UTC', varianceThresholdPercent: 20 } },
  });

test('both people stand there with what they typed, and which of it counts is said in words', () => {
  const { text } = card(aConflict());
  for (const said of ['Jo', 'Dana', '40.0', '45.0', conflictStatusNames.SETTLED])
    expect(text).toContain(said);
  expect(text).toContain(conflictTexts.contested);
  expect(text).toContain(conflictTexts.now);
});

test('whoever made one of the sides chooses, or merges', () => {
  const { buttons } = card(anOpenConflict(), { mayChoose: true });
  expect(buttons).toEqual([conflictTexts.keepThis, conflictTexts.takeThat, conflictTexts.merge]);
});

test('whoever made neither only reads it', () => {
  expect(card(anOpenConflict()).buttons).toEqual([]);
});

test('what is settled is not chosen again here, and what gave way is entered anew', () => {
  const conflict = aConflict();
  expect(card(conflict, { mayChoose: true }).buttons).toEqual([]);
  expect(card(conflict, { mayUndo: true }).buttons).toEqual([
    conflictTexts.undoNamed(conflictTitle(conflict)),
  ]);
});

test('a conflict that the person has not seen says that it is new', () => {
  expect(card(aConflict(), { isNew: true }).text).toContain(conflictTexts.isNew);
  expect(card(aConflict()).text).not.toContain(conflictTexts.isNew);
});
