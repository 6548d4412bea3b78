import { describeClock } from '../testing/clock.suite.ts';
import { nodeClock } from './node-clock.ts';

describeClock('the machine', nodeClock);
