import { HISTORY_TIME_ZONE, historyCases } from '@wellpulse/testing/history-vectors';
import { expect, test } from 'vitest';
import { dayInZone } from '../../calendar.ts';
import { beginReading, passPlaceOf } from './feed.ts';
import { isDayHeld, pullWindow } from './pull-window.ts';

test.each(historyCases)('$name', ({ serverTime, history, own, others }) => {
  const today = dayInZone(serverTime, HISTORY_TIME_ZONE);
  const request = { history, entities: ['PRODUCTION'] as const, wells: ['own'], today, head: 9 };
  const cursor = beginReading(request, null);
  for (const [wellId, days] of Object.entries({ own, others })) {
    const brought = Object.keys(days).map((day) => {
      const record = { entity: 'PRODUCTION' as const, id: day, sequence: 1, wellId, day };
      const place = passPlaceOf(cursor, { ...record, isCurrent: true, sentAt: 0, sentOn: '' });
      expect(isDayHeld(pullWindow(history, today), wellId === 'own', day)).toBe(place !== null);
      return [day, place !== null];
    });
    expect(Object.fromEntries(brought)).toEqual(days);
  }
});
