import { describeClock } from './clock.suite.ts';
import { FakeClock } from './fake-clock.ts';

const clock = new FakeClock();
describeClock('the time of tests', clock, async (ms) => clock.advance(ms));
