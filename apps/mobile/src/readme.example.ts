import { phoneClock } from './data/phone-clock.ts';

const clock = phoneClock((bytes) => new Uint8Array(bytes));

export const isWhole = Number.isInteger(clock.sample().monotonic); // true
