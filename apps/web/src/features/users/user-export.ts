import { userSchema, type User } from '@wellpulse/contracts';
import { fieldColumns, type ExportColumns } from '../../lib/export-columns.ts';

export const USER_EXPORT: ExportColumns<User> = {
  ...fieldColumns('user', userSchema),
  lastLoginAt: (user) => user.lastLoginAt,
  createdAt: (user) => user.createdAt,
};
