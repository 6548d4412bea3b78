import { milliseconds, summary } from './measure.ts';

const times = summary([9, 8, 7, 6, 5, 4, 3, 2, 1, 12.5]);

export const usual = milliseconds(times.p50); // '6.00 ms'
export const oneInTwenty = milliseconds(times.p95); // '12.5 ms'
