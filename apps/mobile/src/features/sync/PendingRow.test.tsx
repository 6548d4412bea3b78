/** A line of what waits: its words, and what its person can do. */
import type { PendingItem } from '@wellpulse/offline';
import { createWords } from '@wellpulse/words';
import { beforeEach, expect, test } from 'vitest';
import { led } from '../../testing/modules.fixture.tsx';
import { drawn } from '../../testing/screen.fixture.tsx';
import { PendingRow } from './PendingRow.tsx';

const { deskWords, formatPending, formatTrouble } = createWords('en');
const READING: PendingItem = {
  eventId: 'event-1',
  photoId: null,
  content: {
    kind: 'ENTRY',
    eventType: 'PRODUCTION_CREATED',
    wellName: 'Acme #7',
    item: null,
    day: '2025-10-24',
  },
  status: 'PENDING',
  problem: null,
  retryCount: 0,
};
const PROBLEM = { code: 'SERIAL_NUMBER_TAKEN', detail: null };
const REFUSED: PendingItem = { ...READING, status: 'FAILED', problem: PROBLEM };
const row = (item: PendingItem) => drawn(<PendingRow item={item} />, { phone: {} });

beforeEach(() => {
  led.length = 0;
});

test('what only waits says what it is, and asks for nothing', () => {
  const { text, buttons } = row(READING);
  expect(text).toBe(formatPending(READING.content));
  expect(buttons).toEqual([]);
});

test('what was tried in vain says how often', () => {
  expect(row({ ...READING, retryCount: 3 }).text).toContain(deskWords.tries(3));
});

test('a refused reading says why, and is entered again or left out', () => {
  const screen = row(REFUSED);
  const title = formatPending(READING.content);
  expect(screen.text).toContain(formatTrouble(PROBLEM));
  expect(screen.buttons).toEqual([`${deskWords.enterAgain}: ${title}`, `${deskWords.leaveOut}: ${title}`]);
  screen.press(`${deskWords.enterAgain}: ${title}`);
  expect(led).toEqual([{ pathname: '/sync/[eventId]', params: { eventId: 'event-1' } }]);
});

test('whatever else was refused is sent again as it was typed', () => {
  const content = {
    kind: 'ENTRY',
    eventType: 'EQUIPMENT_CREATED',
    wellName: 'Acme #7',
    item: { equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' },
    day: null,
  } as const;
  const { buttons } = row({ ...REFUSED, content });
  expect(buttons[0]).toBe(`${deskWords.sendAgain}: ${formatPending(content)}`);
});

test('a photo that the office can’t take can only be left out', () => {
  const content = { kind: 'PHOTO', bytes: 2_000_000 } as const;
  const { buttons } = row({ ...REFUSED, eventId: null, photoId: 'photo-1', content });
  expect(buttons).toEqual([`${deskWords.leaveOut}: ${formatPending(content)}`]);
});
