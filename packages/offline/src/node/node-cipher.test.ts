import { describeCipher } from '../testing/cipher.suite.ts';
import { nodeCipher } from './node-cipher.ts';

describeCipher('OpenSSL', nodeCipher);
