import { hashPassword, isCommonPassword, verifyPassword } from './auth/passwords.ts';

const kept = await hashPassword('caliche and sage');

export const isRight = await verifyPassword(kept, 'caliche and sage'); // true
export const isWrong = await verifyPassword(kept, 'Caliche and sage'); // false
export const isTooCommon = isCommonPassword('P@ssw0rd2025'); // true
