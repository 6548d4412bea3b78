/** The people of a tenant, and what an administrator does for them. */
import { counted } from '../../lib/decimal.ts';

export const users = {
  list: 'Users',
  count: (users: number) => counted(users, 'user', 'users'),
  search: 'Search users',
  searchHint: 'Name or e-mail',
  allRoles: 'All roles',
  anyStatus: 'Any status',
  lastSignIn: 'Last sign-in',
  noMatch: 'Nobody matches',
  noMatchHint: 'Search for something else, or take a filter away.',
  you: 'You',
  actions: 'Actions',
  actionsFor: (name: string) => `Actions for ${name}`,

  add: 'Add user',
  edit: 'Edit',
  editOf: (name: string) => `Edit ${name}`,
  save: 'Save',
  added: (name: string) => `${name} added`,
  changed: (name: string) => `${name} changed`,
  firstPassword: 'First password',
  passwordHint: '12 characters or more, not a common one. Tell it to them in person.',

  setPassword: 'Set password',
  setPasswordAbout: (name: string) => `${name} is signed out everywhere and signs in with the new one.`,
  newPassword: 'New password',
  passwordSet: (name: string) => `Password of ${name} set`,

  suspend: 'Suspend',
  suspendQuestion: (name: string) => `Suspend ${name}?`,
  suspendAbout: 'They are signed out at once, everywhere, and can’t sign in until they are let in again.',
  suspended: (name: string) => `${name} is suspended`,
  resume: 'Let in again',
  resumeQuestion: (name: string) => `Let ${name} in again?`,
  resumeAbout: 'They can sign in with their old password.',
  resumed: (name: string) => `${name} can sign in again`,
  remove: 'Remove',
  removeQuestion: (name: string) => `Remove ${name}?`,
  removeAbout: 'They can never sign in again. What they entered keeps their name in the audit.',
  removed: (name: string) => `${name} is removed`,
};
