import { describeCipher } from '@wellpulse/offline/testing';
import { cipherOf } from './cipher.web.ts';

describeCipher('a browser', cipherOf);
