/** What laptop and phone say around their forms: opening the device, the route, and what waits. */
import { counted } from '../../lib/decimal.ts';

export const field = {
  server: 'Address of the office',
  serverHint: 'Such as wells.example.com. The dashboard shows it in Settings, Devices',
  scanCode: 'Scan the code',
  scanCodeHint: 'Hold it before the camera. The dashboard shows it in Settings, Devices.',
  anotherCode: 'This is another code. The code of the office is on the dashboard, in Settings, Devices.',
  noCameraForCode: 'The camera can’t be used. Type the address instead.',
  deviceName: 'Name of this device',
  deviceNameHint: 'As people call it, such as Truck 7',
  pin: 'PIN',
  pinHint: 'You open this device with it, also without a network. Four digits or more.',
  firstSignIn: 'The first sign-in needs a network. Later your PIN is enough.',
  whoAreYou: 'Who are you?',
  somebodyElse: 'Somebody new',
  unlock: 'Open',
  lock: 'Lock',
  notYou: 'Not you?',

  route: 'Route',
  doneOf: (done: number, all: number) => `${done} of ${all} done`,
  remaining: (count: number) => `${count} to go`,
  allDone: 'All done',
  /** Of wells that are shut in, inactive or plugged, which nobody read today. */
  needNone: (count: number) => counted(count, 'needs no reading', 'need no reading'),
  myWells: 'My wells',
  allWells: 'All wells',
  noWells: 'No wells yet',
  noWellsHint: 'They come with the first sync.',
  noWellsInOffice: 'A manager adds them on the dashboard. They come with the next sync.',
  done: 'Done',
  yesterday: 'Yesterday',
  openWell: (name: string) => `Enter ${name}`,
  saved: 'Saved on this device',
  nextWell: 'Next well',
  backToRoute: 'Back to the route',

  menu: 'Pages',
  findWell: 'Find any well',
  findWellHint: 'Name, lease or API number',
  noneMatchesHint: 'Type less, or another part of it.',
  moreWells: 'More wells match. Type more of the name.',
  backToWell: 'Back to the well',
  backToEquipment: 'Back to the equipment',
  backToItem: 'Back to the item',
  lastReadings: 'The last 31 days',
  readReading: (day: string) => `Open the reading of ${day}`,
  noReadings: 'No reading of these days is on this device',
  /** Where one day is entered of which this device can't say whether somebody entered it. */
  dayNotHere: 'This device does not have this day of this well. The office may have a number for it.',
  /** The same for several days. */
  daysNotHere:
    'This device does not have all of these days. Where a box is empty, the office may have a number.',
  /** Beside the chart of a well; 0 days as long as none is known to be complete. */
  lastDaysHere: (days: number) =>
    days === 0
      ? 'Days of this well may be missing here.'
      : `This device has the last ${days === 1 ? 'day' : `${String(days)} days`} of this well.`,
  moreAtOffice: 'More is on the dashboard.',
  yearOnline: 'A year comes over the network, and more is on the dashboard.',
  yearOffline: 'A year needs the network, and more is on the dashboard.',
  takeBack: 'Take back',
  takeBackOf: (day: string) => `Take back the reading of ${day}?`,
  takeBackMeans: (well: string) =>
    `${well} then has no reading for this day. What was entered stays in the history.`,
  takenBack: (day: string) => `${day}: taken back`,
  historyHere: 'What was done on this device. The dashboard has all of it.',
  notSentYet: 'Not sent yet',
  /** Who did something, where this device does not know their name. */
  colleague: 'a colleague',
  /** The same, where a sentence or a line begins with it. */
  colleagueFirst: 'A colleague',
  firstOf: (shown: string, all: string) => `The first ${shown} of ${all}. Type to find another.`,
  changeItem: 'Change',
  takePhoto: 'Take a photo',
  keepPhoto: 'Keep this photo',
  takeAgain: 'Take again',
  takeNow: 'Take it',
  cameraPicture: 'What the camera sees',
  takenPicture: 'The photo that was taken',
  noCamera: 'The camera can’t be used. Choose a file instead.',
  photoElsewhere: 'Not on this device',
  showPhoto: (place: string) => `Show photo ${place}`,
  alertsOnDashboard: 'Alerts are acknowledged on the dashboard. Here they show where to look.',

  offline: 'Offline',
  online: 'Online',
  syncing: 'Sending',
  allSent: 'All sent',
  almostFull: 'This device is almost full',
  waiting: (count: number) => `${count} waiting`,
  photosWaiting: (count: number) => counted(count, 'photo waiting', 'photos waiting'),
  needPerson: (count: number) => counted(count, 'entry needs you', 'entries need you'),
  syncNow: 'Sync now',
  signInToSend: 'Sign in to send',
};
