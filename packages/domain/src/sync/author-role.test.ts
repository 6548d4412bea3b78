import type { Role } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { authorRole, type Author } from './author-role.ts';

const author = (role: Role, ...deviceIds: string[]): Author => ({ role, deviceIds: new Set(deviceIds) });
const sender = (role: Role) => ({ id: 'sender', role });

describe('the role of an author', () => {
  it('is their own where they send themselves, or are known to have used the device', () => {
    expect(authorRole(sender('MANAGER'), 'laptop', 'sender', author('MANAGER'))).toBe('MANAGER');
    expect(authorRole(sender('OPERATOR'), 'laptop', 'fran', author('MANAGER', 'laptop'))).toBe('MANAGER');
  });

  it("is no more than the sender's where nothing shows that they held the device", () => {
    expect(authorRole(sender('OPERATOR'), 'laptop', 'fran', author('MANAGER', 'phone'))).toBe('OPERATOR');
    expect(authorRole(sender('MANAGER'), 'laptop', 'ada', author('ADMIN'))).toBe('ADMIN');
  });

  it('never rises to that of the sender', () => {
    expect(authorRole(sender('ADMIN'), 'laptop', 'val', author('VIEWER'))).toBe('VIEWER');
    expect(authorRole(sender('MANAGER'), 'laptop', 'pat', author('OPERATOR'))).toBe('OPERATOR');
  });

  it('is none of a user that there is not', () => {
    expect(authorRole(sender('ADMIN'), 'laptop', 'ghost', undefined)).toBeUndefined();
  });
});
