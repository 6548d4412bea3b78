/** What the phone alone says, and its build for browsers. */
export const phone = {
  firstSignIn: 'The first sign-in needs a network. Later your passphrase is enough.',
  passphraseHint:
    'Eight characters or more. You open the app with it, also without a network. Nobody can tell it to you again.',
  forgotten: 'Forgotten your passphrase?',
  /** On the first screen in a browser. */
  inBrowser:
    'In a browser your entries are kept, and not encrypted as in the app of the phone. Use a phone of your own.',
  device: 'Phone',
  lastSevenDays: 'The last 7 days',
  notEntered: 'Not entered',
  enterProduction: 'Enter production',
  countedWells: (which: string, count: number) => `${which} (${count})`,
  otherTab: {
    title: 'WellPulse is open in another tab',
    about: 'Go on there, or close that tab and try again here. One tab has the data of this device.',
  },
};
