import { describeCipher } from '@wellpulse/offline/testing';
import { vi } from 'vitest';
import { cipherOf } from './cipher.ts';
import { cipherOf as cipherOfBrowser } from './cipher.web.ts';

vi.mock('expo-crypto', () => import('./expo-crypto.fixture.ts'));

describeCipher('a phone', cipherOf);
describeCipher('a browser', cipherOfBrowser);
