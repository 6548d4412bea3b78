import { describe, expect, it } from 'vitest';
import { parseIntervals, textOfIntervals } from './service-intervals.ts';

describe('the boxes of service intervals', () => {
  it('give back what they were filled with', () => {
    const intervals = { PUMP_JACK: { ROUTINE: 90, REPAIR: 45 }, VALVE: { INSPECTION: 365 } };
    expect(parseIntervals(textOfIntervals(intervals))).toEqual({ ok: true, intervals });
  });

  it('are none where they are empty', () => {
    const text = { ...textOfIntervals({ TANK: { ROUTINE: 30 } }), 'TANK.ROUTINE': ' ' };
    expect(parseIntervals(text)).toEqual({ ok: true, intervals: {} });
  });

  it.each(['0', '3651', '12.5', 'monthly', '-3'])('refuse %s', (typed) => {
    expect(parseIntervals({ 'ESP.REPAIR': typed })).toEqual({ ok: false, wrong: new Set(['ESP.REPAIR']) });
  });
});
