/** The boxes of a reading, as a pumper meets them. */
import type { EventPhoto } from '@wellpulse/contracts';
import { EntryDesk, EntryDrafts, memoryDraftStorage, type KnownDay } from '@wellpulse/forms';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { drawn, type DrawnScreen } from '../../testing/screen.fixture.tsx';
import { EntryBoxes } from './EntryBoxes.tsx';

const { formTexts, productNames } = createWords('en');
const TODAY = '2025-10-24';
const KNOWN: KnownDay = { wellId: 'acme-7', date: TODAY, record: null, last: null, dayBefore: null };
const BEFORE = { oilVolume: 44.1, gasVolume: 120, waterVolume: null, estimatedFrom: null };

function boxes(previous: typeof BEFORE | null) {
  const desk = new EntryDesk<EventPhoto>(
    new EntryDrafts(memoryDraftStorage(), { tenantId: 'acme', userId: 'jo' }),
    {
      save: () => Promise.reject(new Error('Nothing is saved')),
      saveDays: () => Promise.resolve([]),
    },
  );
  const went: string[] = [];
  const draw = (): DrawnScreen =>
    drawn(
      <EntryBoxes
        known={{ ...KNOWN, dayBefore: previous }}
        previous={previous}
        estimate={null}
        today={TODAY}
        place={null}
        refOf={() => () => undefined}
        onGo={(field) => went.push(field)}
        onTyped={() => went.push('TYPED')}
        onDone={() => went.push('DONE')}
      />,
      { session: { desk, company: { name: 'Acme', timeZone: 'UTC', varianceThresholdPercent: 20 } } },
    );
  return { draw, went };
}

test('yesterday stands beside each box, also where nobody measured it', () => {
  expect(boxes(BEFORE).draw().text).toContain('Yesterday 44.1');
  expect(boxes(null).draw().text).toContain(`Yesterday ${formTexts.notEntered}`);
});

test('what is typed stands there, and a large change is remarked on', () => {
  const { draw, went } = boxes(BEFORE);
  draw().type(productNames.OIL, '44');
  expect(draw().valueOf(productNames.OIL)).toBe('44');
  expect(draw().text).not.toContain('the day before');
  draw().type(productNames.OIL, '20');
  expect(draw().text).toContain('against 44.1 the day before');
  expect(went).toEqual(['TYPED', 'TYPED']);
});

test('the key behind a number leads to the next box, and saves behind the last volume', () => {
  const { draw, went } = boxes(BEFORE);
  draw().enter(productNames.OIL);
  draw().enter(productNames.GAS);
  draw().enter(productNames.WATER);
  expect(went).toEqual(['gasVolume', 'waterVolume', 'DONE']);
});
