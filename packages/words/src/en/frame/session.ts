/** Signing in, the end of a session, and one's own password. */
import { counted } from '../../lib/decimal.ts';

export const session = {
  signIn: 'Sign in',
  invitation: 'To your wells and their daily readings.',
  endedInvitation: 'Your session has ended. Sign in to go on.',
  noAccount: 'No account, or a forgotten password: ask your administrator.',
  tenant: 'Company',
  tenantHint: 'Its short name here, such as acme',
  email: 'E-mail',
  password: 'Password',
  tenantMissing: 'Give the short name of your company',
  tenantNotValid: 'Letters, digits and dashes only',
  emailMissing: 'Give your e-mail address',
  emailNotValid: 'This is not an e-mail address',
  passwordMissing: 'Give your password',
  serverMissing: 'Give the address of the server',
  serverNotValid: 'This is not an address, such as wells.example.com',
  secretMissing: 'Type your PIN or passphrase',
  tooManyTries: 'Too many wrong tries. Wait, then try again.',
  deviceNameMissing: 'Give this device a name',
  /** On a button that counts down. */
  retryInSeconds: (seconds: number) => `Try again in ${seconds} s`,
  retryInMinutes: (minutes: number) => `Try again in ${counted(minutes, 'minute', 'minutes')}`,

  ended: 'Your session has ended',
  signInAgain: (email: string) => `Sign in as ${email} to go on. What you typed is still here.`,
  signInAsOther: 'Sign in as somebody else',
  signOut: 'Sign out',
  notSignedOut: 'Not signed out',

  changePassword: 'Change password',
  othersEnd: 'You stay signed in here; every other session of yours ends.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  newPasswordHint: '12 characters or more; a few words in a row are easy to remember',
  passwordChanged: 'Password changed',
};
