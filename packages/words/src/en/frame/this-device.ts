/** What laptop and phone say of the device itself: how it looks, speaks and what it holds. */
export const thisDevice = {
  lookHint: 'As the system: for sunlight by day, dark when the phone is dark.',
  language: 'Language',
  version: 'Version of the app',

  storage: 'Storage',
  taken: (size: string) => `WellPulse takes ${size}`,
  /** `photoSize` of the photos among it; null for none. */
  waits: (content: string, photoSize: string | null) =>
    photoSize === null ? `Not sent yet: ${content}` : `Not sent yet: ${content}, ${photoSize}`,
  free: (free: string, all: string) => `${free} of ${all} are free`,
  howFull: 'How full it is',
  /** Of a browser in which the app is not installed. */
  mayBeCleared:
    'When its disk is full, the browser may clear this data. Install WellPulse from the menu of the browser to keep it.',

  reminders: 'Reminders',
  remindersAbout: 'After eight hours with entries that wait, this phone reminds you to look for a network.',
  remind: 'Remind me',
  doNotRemind: 'Do not remind me',
  remindersRefused: 'Notifications are not allowed. Allow them in the settings of this phone.',
  /** On a lock screen, where others read it too. */
  reminder: 'They have waited for more than eight hours. Open WellPulse where there is a network.',

  newPin: 'Choose a new PIN',
  newPassphrase: 'Choose a new passphrase',
  newSecretHint: 'With your password and a network',
  signOutQuestion: 'Sign out on this device?',
};
