/** What stands at the thumb while a reading is typed. */
import type { Question, SavePhase } from '@wellpulse/forms';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { drawn } from '../../testing/screen.fixture.tsx';
import { SaveBar } from './SaveBar.tsx';

const { formTexts, readingWords } = createWords('en');
const QUESTION: Question = {
  field: 'oilVolume',
  product: 'OIL',
  volume: 4410,
  last: 44.1,
  times: 100,
  meant: 44.1,
  isOfDayBefore: true,
};
const ASKED: SavePhase = { kind: 'ASKED', questions: [QUESTION] };

function bar(phase: SavePhase | null, isFresh = false) {
  const did: string[] = [];
  const screen = drawn(
    <SaveBar
      phase={phase}
      isFresh={isFresh}
      isToday
      label={formTexts.saveEntry}
      busy={false}
      onTake={(field, text) => did.push(`${field} ${text}`)}
      onSave={() => did.push('SAVE')}
    />,
  );
  return { did, screen };
}

test('the question stands beside the button that answers it', () => {
  const { did, screen } = bar(ASKED);
  expect(screen.text).toContain('Oil: 4,410 is 100 times yesterday. 44.1?');
  expect(screen.buttons).toEqual([readingWords.takeInstead('44.1'), readingWords.keep]);
  screen.press(readingWords.takeInstead('44.1'));
  screen.press(readingWords.keep);
  expect(did).toEqual(['oilVolume 44.1', 'SAVE']);
});

test('a question that has just come up is answered by no press', () => {
  const { screen } = bar(ASKED, true);
  expect(screen.text).toContain('4,410 is 100 times yesterday.');
  expect(screen.buttons).toEqual([]);
});

test('a refusal is told there too', () => {
  const refused: SavePhase = { kind: 'REFUSED', trouble: { code: 'NO_ANSWER', detail: null }, errors: [] };
  const { screen } = bar(refused);
  expect(screen.text).toContain('Not saved');
  expect(screen.buttons).toEqual([formTexts.saveEntry]);
});
