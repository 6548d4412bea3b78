import { describeClock } from '@wellpulse/offline/testing';
import { random } from '../native/keys/random.web.ts';
import { phoneClock } from './phone-clock.ts';

describeClock('a phone', phoneClock(random));
