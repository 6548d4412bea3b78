/** Importing a `.wellpulse` file: what a device could not send itself. */
import { counted } from '../../lib/decimal.ts';

const entries = (count: number): string => counted(count, 'entry', 'entries');
const photosOf = (count: number): string => counted(count, 'photo', 'photos');

export const handover = {
  title: 'Import a .wellpulse file',
  about:
    'A device that cannot reach the server saves what waits on it as such a file. What was sent already is not taken twice.',
  file: '.wellpulse file',
  chooseFile: 'Choose a .wellpulse file',
  /** `most` in words: "500 MB". */
  tooLarge: (most: string) => `A file has at most ${most}.`,
  passphrase: 'Passphrase',
  passphraseHint: 'The one that was chosen on the device when the file was saved.',
  opening: 'Opening the file',
  open: 'Open',
  done: 'Done',
  send: 'Send',
  sendAgain: 'Send again',
  sending: 'Sending',

  /** In parts: the name of the device is drawn bolder, the time in a short and a full form. */
  savedFile: <Part>(device: Part, saved: Part, content: string) => [
    'From ',
    device,
    ', saved ',
    saved,
    `: ${content}.`,
  ],
  entries: 'Entries',
  content: (events: number, photos: number) =>
    photos === 0 ? entries(events) : `${entries(events)} and ${photosOf(photos)}`,
  andMore: (events: number) => `And ${counted(events, 'more entry', 'more entries')}.`,
  /** `why` is a sentence with its full stop. */
  stopped: (why: string) => `${why} What was sent stays sent.`,
  byDeviceClock: (instant: string) => `${instant} by the clock of the device`,
  someWell: 'A well',

  taken: (events: number) => `${entries(events)} taken`,
  conflicts: (events: number) => `${entries(events)} met another change`,
  refused: (events: number) => `${entries(events)} refused`,
  toSendAgain: (events: number) => `${entries(events)} to be sent again`,
  photosStored: (photos: number) => `${photosOf(photos)} stored`,
  photosNotStored: 'Photos that were not stored',
  photoNotStored: (why: string) => `A photo was not stored: ${why}`,
};
