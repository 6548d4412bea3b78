import { hkdfSync } from 'node:crypto';
import type { Settings } from './settings.ts';

const SECRET_BYTES = 32;

/**
 * A secret for one purpose (HKDF, RFC 5869), made of the one that the server is given. What is sealed with it proves nothing
 * elsewhere.
 *
 * @param purpose differs from each other purpose, and never changes: what was sealed before would not open any more
 */
export const derivedSecret = ({ jwtSecret }: Pick<Settings, 'jwtSecret'>, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', jwtSecret, 'wellpulse', purpose, SECRET_BYTES));
