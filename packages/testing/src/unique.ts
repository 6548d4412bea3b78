/** Values that no other test uses, so that tests can share a server without knowing of each other. */
import { randomBytes, randomInt } from 'node:crypto';

/** A tenant's short name such as `acme-3f9c2a11`. */
export const uniqueSlug = (name: string): string => `${name}-${randomBytes(4).toString('hex')}`;

/** An API number with sidetrack and event, since those without are too few to be drawn at random. */
export const uniqueApiNumber = (): string => `42-${digits(3)}-${digits(5)}-${digits(2)}-${digits(2)}`;

export const uniqueEmail = (name: string): string => `${name}-${randomBytes(4).toString('hex')}@test.example`;

const digits = (count: number): string => String(randomInt(10 ** count)).padStart(count, '0');
