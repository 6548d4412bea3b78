/** Seven days of a well in one column of boxes. */
import type { EventPhoto } from '@wellpulse/contracts';
import { addDays, READING_MS } from '@wellpulse/domain';
import { EntryDesk, EntryDrafts, memoryDraftStorage, type BulkDay } from '@wellpulse/forms';
import { createWords } from '@wellpulse/words';
import { beforeEach, expect, test, vi } from 'vitest';
import { led } from '../../testing/modules.fixture.tsx';
import { drawn, type DrawnScreen } from '../../testing/screen.fixture.tsx';
import { WELL } from '../../testing/well.fixture.ts';
import { WeekGrid } from './WeekGrid.tsx';

const { fieldWords, formatDay, formatDayRelative, formTexts, productNames, readingWords } = createWords('en');
const TODAY = '2025-10-24';
const DAYS = [addDays(TODAY, -2), addDays(TODAY, -1), TODAY];
const ENTERED = {
  oilVolume: 44.1,
  gasVolume: 120,
  waterVolume: 8,
  notes: null,
  estimatedFrom: null,
  version: 1,
};

/** Whether whatever stands there has stood there long enough to be read. */
const read = vi.hoisted(() => ({ isRead: true }));
vi.mock('@wellpulse/forms', async (original) => ({
  ...(await original<typeof import('@wellpulse/forms')>()),
  useDebounced: (value: unknown) => (read.isRead ? value : null),
}));

beforeEach(() => {
  led.length = 0;
  vi.useFakeTimers({ now: new Date(`${TODAY}T18:00:00Z`) });
  // Nothing scrolls here.
  vi.stubGlobal('requestAnimationFrame', () => 0);
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

function week(records: readonly (typeof ENTERED | null)[]) {
  const saved: string[] = [];
  // Somebody reads what they are asked.
  let clock = 0;
  const desk = new EntryDesk<EventPhoto>(
    new EntryDrafts(memoryDraftStorage(), { tenantId: 'acme', userId: 'jo' }),
    {
      save: () => Promise.reject(new Error('No day is saved alone')),
      saveDays: (days) => {
        saved.push(...days.map(({ entry }) => `${entry.productionDate} ${String(entry.oilVolume)}`));
        return Promise.resolve([]);
      },
    },
    undefined,
    () => (clock += read.isRead ? READING_MS : 0),
  );
  const days = DAYS.map((day, place) => ({ day, record: records[place] ?? null })) as readonly BulkDay[];
  const draw = (): DrawnScreen =>
    drawn(<WeekGrid well={WELL} days={days} before={null} isRead head={null} />, {
      phone: {},
      session: { desk, company: { name: 'Acme', timeZone: 'UTC', varianceThresholdPercent: 20 } },
    });
  return { draw, saved };
}
const boxOf = (product: 'OIL' | 'GAS' | 'WATER', day: string): string =>
  `${productNames[product]}, ${formatDayRelative(day, TODAY)}`;

test('each day has three boxes, and one that is entered leads to its own screen in their place', () => {
  const { draw } = week([null, ENTERED, null]);
  const screen = draw();
  expect(screen.boxes).toEqual(
    [DAYS[0] ?? '', TODAY].flatMap((day) => (['OIL', 'GAS', 'WATER'] as const).map((one) => boxOf(one, day))),
  );
  expect(screen.text).toContain('44.1');
  screen.press(fieldWords.readReading(formatDay(DAYS[1] ?? '')));
  expect(led).toEqual([{ pathname: '/wells/[wellId]/[day]', params: { wellId: WELL.id, day: DAYS[1] } }]);
});

test('the button counts the days that have something in them, and saves all of them at once', async () => {
  const { draw, saved } = week([null, null, null]);
  expect(draw().buttons).toContain(formTexts.saveDays);
  draw().type(boxOf('OIL', DAYS[0] ?? ''), '40');
  draw().type(boxOf('OIL', TODAY), '42');
  const screen = draw();
  expect(screen.valueOf(boxOf('OIL', TODAY))).toBe('42');
  screen.press(formTexts.saveNumberOfDays(2));
  await vi.waitFor(() => expect(saved).toEqual([`${DAYS[0] ?? ''} 40`, `${TODAY} 42`]));
});

test('a large change from the day above is remarked on', () => {
  const { draw } = week([ENTERED, null, null]);
  draw().type(boxOf('OIL', DAYS[1] ?? ''), '20');
  expect(draw().text).toContain(`${productNames.OIL}: `);
});

test('a slip of the finger is asked about at the thumb, and two taps at once save nothing', async () => {
  const { draw, saved } = week([ENTERED, null, null]);
  draw().type(boxOf('OIL', DAYS[1] ?? ''), '4410');
  draw().press(formTexts.saveNumberOfDays(1));

  read.isRead = false;
  const fresh = draw();
  expect(fresh.text).toContain('Yesterday, Oil: 4,410 is 100 times the reading before. 44.1?');
  expect(fresh.buttons).not.toContain(readingWords.keep);
  expect(fresh.buttons).not.toContain(readingWords.takeInstead('44.1'));
  fresh.enter(boxOf('WATER', TODAY));
  expect(saved).toEqual([]);

  read.isRead = true;
  draw().press(readingWords.takeInstead('44.1'));
  expect(draw().valueOf(boxOf('OIL', DAYS[1] ?? ''))).toBe('44.1');
  draw().press(formTexts.saveNumberOfDays(1));
  await vi.waitFor(() => expect(saved).toEqual([`${DAYS[1] ?? ''} 44.1`]));
});

test('several questions name their days, and one press that comes later keeps them', async () => {
  const { draw, saved } = week([ENTERED, null, null]);
  draw().type(boxOf('OIL', DAYS[1] ?? ''), '4410');
  draw().type(boxOf('WATER', TODAY), '800');
  draw().press(formTexts.saveNumberOfDays(2));
  const screen = draw();
  expect(screen.text).toContain('Yesterday, Oil: 4,410 is');
  expect(screen.text).toContain('Today, Water: 800 is');
  expect(screen.buttons.filter((name) => name !== readingWords.keep)).toEqual(
    week([ENTERED, null, null])
      .draw()
      .buttons.filter((name) => name !== formTexts.saveDays),
  );
  screen.press(readingWords.keep);
  await vi.waitFor(() => expect(saved).toEqual([`${DAYS[1] ?? ''} 4410`, `${TODAY} null`]));
});
