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
  /** Short: it stands below a sign. */
  syncTab: 'Sync',
  notEntered: 'Not entered',
  enterProduction: 'Enter production',
  countedWells: (which: string, count: number) => `${which} (${count})`,
  /** After a reading was taken back: the way back from that. */
  bringBack: 'Undo',
  broughtBack: (day: string) => `${day}: it is there again`,
  /** Of the days of a small chart. */
  highest: (volume: string) => `Highest ${volume}`,
  /** From the boxes of a day to the screen of its well. */
  moreOfWell: 'More of this well',
  moreOfWellHint: '7 days, chart, history',
  days: 'Days',
  earlierDays: 'Earlier days',
  laterDays: 'Later days',
  handoverHint:
    'Without a network, what waits travels as a file: by cable, card or message. Another device or the office reads it. It stays here until the office has it.',
  chooseFile: 'Choose the file',
  chooseAgain: 'The dashboard lets a manager choose again.',
  filters: 'Filters',
  anyDay: 'Any day',
  photoOfWhat: 'What is the photo of?',
  photoOfReading: 'A reading',
  photoOfItem: 'Equipment',
  choosePhoto: 'Choose a photo',
  photoNotGiven: 'The phone could not give that photo. It may be kept online: choose it again with a signal.',
  cameraRefused: 'The camera is not allowed. Allow it in the settings of this phone, or choose a photo.',
  cameraRefusedInBrowser:
    'The camera is not allowed. Allow it beside the address of this page, or choose a photo.',
  openSettings: 'Open the settings',
  noDay: 'No day',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  keyLost: {
    title: 'The data on this phone cannot be opened',
    about:
      'The phone gave no key for it. Start the phone again, then open the app. If that does not help, call your office: what was sent is there. To begin anew, remove the app and install it again. What was not sent is lost then.',
  },
  otherTab: {
    title: 'WellPulse is open in another tab',
    about:
      'One tab at a time has the data of this device. Go on in that tab. Or close it, and press Try again here.',
  },
};
