import type { User } from '@wellpulse/contracts';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { words } from '../../lib/language.ts';

export const USER_EXPORT: ExportColumns<User> = {
  name: (user) => user.name,
  email: (user) => user.email,
  role: (user) => words.roleNames[user.role],
  status: (user) => words.userStatusNames[user.status],
  lastLoginAt: (user) => user.lastLoginAt,
  createdAt: (user) => user.createdAt,
};
