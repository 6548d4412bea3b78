/** Users and the settings of their company. */
import type { ConflictPolicy, Role, UserStatus } from '@wellpulse/contracts';

const roleDescriptions: Readonly<Record<Role, string>> = {
  VIEWER: 'Reads everything, changes nothing',
  OPERATOR: 'Enters readings and acknowledges alerts',
  MANAGER: 'Also manages wells and imports, and sees the audit',
  ADMIN: 'Also manages users and settings',
};

const userStatusNames: Readonly<Record<UserStatus, string>> = { ACTIVE: 'Active', SUSPENDED: 'Suspended' };

const conflictPolicyNames: Readonly<Record<ConflictPolicy, string>> = {
  LAST_WRITE_WINS: 'The last entry counts; the other is kept and shown',
  PROMPT: 'The first entry stays until a person chooses',
};

export const people = { roleDescriptions, userStatusNames, conflictPolicyNames };
