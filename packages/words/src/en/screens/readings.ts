/** What is said of a reading beside its volumes. */
import { counted } from '../../lib/decimal.ts';

export const readingWords = {
  estimated: 'Estimated',
  /** The month is in words: "Oct 2025". */
  estimatedFrom: (month: string) => `Estimated from the total of ${month}`,
  /** A volume with its mark, where there is little room: "est. 30.0". */
  estimate: (volume: string) => `est. ${volume}`,
  /** What was typed may be a slip: "4,410 is 100 times yesterday." */
  timesAsMuch: (volume: string, times: string, before: string) => `${volume} is ${times} times ${before}.`,
  partOf: (volume: string, parts: string, before: string) => `${volume} is 1/${parts} of ${before}.`,
  zeroAfter: (last: string, before: string) => `0, while ${before} was ${last}.`,
  yesterday: 'yesterday',
  lastReading: 'the reading before',
  meantPerhaps: (volume: string) => `${volume}?`,
  keepHint: 'Enter again to keep',
  keep: 'Keep',
  takeInstead: (volume: string) => `Use ${volume}`,
  estimateHint: (month: string) =>
    `Estimated from the total of ${month}. What you type takes its place, also for what you leave blank.`,
  shadedDays: 'Shaded days are estimates.',
  photos: 'Photos',
  photosOf: (day: string) => `Photos of ${day}`,
  photoCount: (count: number) => counted(count, 'photo', 'photos'),
  savesWithPhotos: (count: number) => `Saves as soon as ${counted(count, 'photo is', 'photos are')} stored.`,
  heldUpByPhotos: (count: number) =>
    `Not saved yet: ${counted(count, 'photo', 'photos')} could not be stored. Try again, remove what failed, or save without.`,
  saveWithoutFailed: 'Save without the failed photos',
  /** Names of files: a browser does not give a page the same file twice. */
  choosePhotosAgain: (names: string) =>
    `What you typed was kept. These photos had not been stored yet. Choose them again: ${names}.`,
};
