/** What is said of a well, and what is not known of it. */
import { addDays, RECENT_DAYS } from '@wellpulse/domain';
import { createWords } from '@wellpulse/words';
import { beforeEach, expect, test, vi } from 'vitest';
import { reads } from '../../lib/reads.ts';
import { led } from '../../testing/modules.fixture.tsx';
import { drawn, type DrawnScreen } from '../../testing/screen.fixture.tsx';
import { WELL } from '../../testing/well.fixture.ts';
import { WellScreen } from './WellScreen.tsx';

const { fieldWords, formatDayRelative, phoneWords, unbroken } = createWords('en');
const TODAY = '2025-10-24';
const JO = { id: 'jo', role: 'OPERATOR' };

beforeEach(() => {
  led.length = 0;
  reads.clear();
  vi.useFakeTimers({ now: new Date(`${TODAY}T18:00:00Z`) });
  return () => {
    vi.useRealTimers();
  };
});

/** A well of which this phone holds so many days, and has the reading of one. */
function screen(held: number, day: string): DrawnScreen {
  const reading = { productionDate: day, oilVolume: 44.1, gasVolume: null, waterVolume: null };
  const rows = [{ ...reading, estimatedFrom: null, isPending: false }];
  reads.setQueryData(['well', WELL.id], WELL);
  reads.setQueryData(['days-held', WELL.id, TODAY], held);
  for (const days of [31, 90]) reads.setQueryData(['production', WELL.id, TODAY, days], rows);
  return drawn(<WellScreen wellId={WELL.id} />, {
    phone: { platform: 'WEB' },
    session: {
      person: JO as never,
      company: { name: 'Acme', timeZone: 'UTC', varianceThresholdPercent: 20 },
    },
  });
}

test.each([RECENT_DAYS, 90])('of a well of which it holds %d days it says so', (held) => {
  expect(screen(held, TODAY).text).toContain(fieldWords.lastDaysHere(held));
});

test('a reading of today is one press away', () => {
  screen(90, TODAY).press(phoneWords.enterProduction);
  expect(led).toEqual([{ pathname: '/wells/[wellId]/[day]', params: { wellId: WELL.id, day: TODAY } }]);
});

test('days stand there in words, and the API number in one line', () => {
  const { text } = screen(90, addDays(TODAY, -1));
  expect(text).toContain(formatDayRelative(TODAY, TODAY));
  expect(text).toContain(unbroken(WELL.apiNumber));
});
