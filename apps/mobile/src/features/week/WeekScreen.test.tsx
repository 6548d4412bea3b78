/** Seven days of which this phone may hold fewer. */
import type { EventPhoto } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { EntryDesk, EntryDrafts, memoryDraftStorage } from '@wellpulse/forms';
import { createWords } from '@wellpulse/words';
import { beforeEach, expect, test, vi } from 'vitest';
import { reads } from '../../lib/reads.ts';
import { drawn } from '../../testing/screen.fixture.tsx';
import { WELL } from '../../testing/well.fixture.ts';
import { WeekScreen } from './WeekScreen.tsx';

const { fieldWords } = createWords('en');
const TODAY = '2025-10-24';
const FIRST = addDays(TODAY, -6);
const desk = new EntryDesk<EventPhoto>(
  new EntryDrafts(memoryDraftStorage(), { tenantId: 'acme', userId: 'jo' }),
  {
    save: () => Promise.reject(new Error('Nothing is saved')),
    saveDays: () => Promise.reject(new Error('Nothing is saved')),
  },
);

beforeEach(() => {
  reads.clear();
  vi.useFakeTimers({ now: new Date(`${TODAY}T18:00:00Z`) });
  return () => {
    vi.useRealTimers();
  };
});

test.each([true, false])(
  'whether the phone holds the first day, %s, decides if the office is named',
  (isHeld) => {
    reads.setQueryData(['well', WELL.id], WELL);
    reads.setQueryData(['holds-day', WELL.id, FIRST], isHeld);
    reads.setQueryData(['production', WELL.id, FIRST, TODAY], []);
    const { text } = drawn(<WeekScreen wellId={WELL.id} />, {
      phone: {},
      session: { desk, company: { name: 'Acme', timeZone: 'UTC', varianceThresholdPercent: 20 } },
    });
    expect(text.includes(fieldWords.daysNotHere)).toBe(!isHeld);
  },
);
