import type { User } from '@wellpulse/contracts';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { words } from '../../lib/language.ts';
import { USER_STATUS_NAMES } from '../../lib/words.ts';

export const USER_EXPORT: ExportColumns<User> = {
  name: (user) => user.name,
  email: (user) => user.email,
  role: (user) => words.roleNames[user.role],
  status: (user) => USER_STATUS_NAMES[user.status],
  lastLoginAt: (user) => user.lastLoginAt,
  createdAt: (user) => user.createdAt,
};
