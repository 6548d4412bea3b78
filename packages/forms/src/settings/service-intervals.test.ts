import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { parseIntervals, textOfIntervals } from './service-intervals.ts';

const words = createWords('en');

describe('the boxes of service intervals', () => {
  it('give back what they were filled with', () => {
    const intervals = { PUMP_JACK: { ROUTINE: 90, REPAIR: 45 }, VALVE: { INSPECTION: 365 } };
    expect(parseIntervals(words, textOfIntervals(intervals))).toEqual({ ok: true, value: intervals });
  });

  it('are none where they are empty', () => {
    const text = { ...textOfIntervals({ TANK: { ROUTINE: 30 } }), 'TANK.ROUTINE': ' ' };
    expect(parseIntervals(words, text)).toEqual({ ok: true, value: {} });
  });

  it.each(['0', '3651', '12.5', 'monthly', '-3'])('refuse %s', (typed) => {
    expect(parseIntervals(words, { 'ESP.REPAIR': typed })).toMatchObject({
      ok: false,
      errors: [{ path: 'ESP.REPAIR', message: 'Must be a whole number of days, from 1 to 3,650' }],
    });
  });
});
