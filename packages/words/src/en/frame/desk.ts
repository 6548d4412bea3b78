/** What laptop and phone say about syncing, its file, the log, and data that cannot be opened. */
import { counted } from '../../lib/decimal.ts';

export const desk = {
  passphrase: 'Passphrase',
  passphraseHint:
    'Eight characters or more. This computer keeps no keys, so your passphrase alone opens the data on it. Nobody can tell it to you again.',
  forgotten: 'Forgotten your PIN?',
  forgottenHint: 'Sign in with a network and choose a new PIN. Nothing that waits is lost.',
  forgottenPassphraseHint:
    'Forgotten your passphrase? A colleague opens this device. Then you sign in again and choose a new one.',
  back: 'Back',
  closed: 'Locked: nothing is sent until somebody opens this device.',
  askColleague: 'New here? A colleague opens this device first. Then you sign in under People.',
  retired: (day: string) =>
    `This device was retired on ${day}. It sent everything, and holds no data any more.`,
  retiring:
    'This device was retired: it sends what waits, then empties itself. Take another one for new entries.',
  addPerson: 'Sign in somebody else',
  people: 'People',
  peopleHint: 'Who works on this device. Each one opens it with their own PIN.',
  signOutPerson: (name: string) => `Sign out ${name}`,
  signOutQuestion: (name: string) => `Sign out ${name}?`,
  signOutHint:
    'They need a network and their password before they work here next time. Their entries stay, and are sent.',

  dataTroubles: {
    KEY_LOST: {
      title: 'The data on this device cannot be opened',
      about:
        'The computer gave no key for it. Did somebody else sign in to the computer, or was its key store emptied? Sign in to the computer as before, then start again. Nothing was deleted.',
    },
    NEWER: {
      title: 'Update WellPulse',
      about:
        'A newer version of the app wrote the data on this device. Nothing was changed. Update the app, then open it again.',
    },
    DAMAGED: {
      title: 'The data on this device is damaged',
      about:
        'It cannot be read, and could not be made anew from what is left. Call your office before you enter more. Nothing was deleted.',
    },
    DISK_FULL: {
      title: 'This device is full',
      about:
        'Everything that was saved is safe. Delete what you do not need on it, such as videos or other apps, then try again.',
    },
    FAULT: {
      title: 'WellPulse cannot open its data',
      about: 'Nothing was deleted. Start this device again. If that does not help, call your office.',
    },
    REPLACED: {
      title: 'WellPulse was updated while it was open',
      about: 'Everything that was saved is safe. Close WellPulse, then open it again.',
    },
  },
  tryAgain: 'Try again',
  closeProgram: 'Close WellPulse',
  startAnew: 'Begin anew',
  startAnewQuestion: 'Begin anew without this data?',
  startAnewHint:
    'The data is put aside on this computer, and an expert may still save it. What was not sent is not on this device any more.',

  update: {
    ready: (version: string) => `WellPulse ${version} is ready`,
    about: 'This new version is installed when you close WellPulse.',
    restart: 'Restart now',
    restartQuestion: 'Restart WellPulse now?',
    restartHint: 'What was typed and not saved is kept. It is here again after the restart.',
  },

  notSyncedYet: 'Not synced yet',
  sendingNow: 'Sending',
  sync: 'Sync',
  pendingCount: (count: number) => `Pending sync (${counted(count, 'item', 'items')})`,
  nothingWaits: 'Nothing waits',
  nothingWaitsHint: 'All that was entered here has reached the office.',
  lastSync: (at: string) => `Last complete sync ${at}`,
  tries: (count: number) => counted(count, 'try', 'tries'),
  showMore: 'Show more',
  enterAgain: 'Enter again',
  sendAgain: 'Send again',
  sentAgain: 'It is sent again',
  leaveOut: 'Leave out',
  leaveOutTitle: 'Leave this out?',
  leaveOutHint: 'It stays in the log of this device, with your reason.',
  reason: 'Reason',
  reasonMissing: 'Say why',
  leftOut: 'Left out',
  photoOnTheWay: (sent: string, total: string) => `Photo on its way: ${sent} of ${total}`,
  overdue: (span: string) =>
    `Entries have waited for ${span}. Look for a network, or hand them over as a file.`,
  overdueTitle: 'Entries wait on this device',
  overdueBody: (count: number) =>
    `${counted(count, 'entry has', 'entries have')} not reached the office for more than eight hours.`,
  recovered: (count: number) =>
    `The server was put back to an older state, so ${counted(count, 'entry is', 'entries are')} sent again.`,
  unreadable: (count: number) =>
    `${counted(count, 'record', 'records')} of the office can only be read by a newer version of this app.`,
  sessionOver: 'Your session is over. Entering goes on; sign in to send.',
  signInToSendHint: 'What waits is sent as soon as you are signed in.',

  handover: 'Hand over as a file',
  handoverHint:
    'Without a network, what waits travels on a stick: another device or the office reads it. It stays here until the office has it.',
  saveFile: 'Save to a file',
  readFile: 'Read a file',
  filePassphrase: 'Passphrase of the file',
  filePassphraseHint: 'Eight characters or more. Whoever reads the file needs it.',
  filePassphraseAgain: 'The same passphrase again',
  chosenPassphrase: 'The passphrase that was chosen for it',
  content: (count: number, photos: number) =>
    photos === 0
      ? counted(count, 'entry', 'entries')
      : `${counted(count, 'entry', 'entries')} and ${counted(photos, 'photo', 'photos')}`,
  writtenSoFar: (content: string) => `Written: ${content}`,
  fileWritten: (content: string) => `Saved: ${content}`,
  fileRead: (device: string, content: string, known: number) =>
    `From ${device}: ${content} taken over${known > 0 ? `, ${known} known before` : ''}.`,

  activity: 'Activity',
  activityHint: 'What was entered on this device, newest first.',
  everybody: 'Everybody',
  person: 'Person',
  state: 'State',
  anyState: 'Any state',
  kind: 'Kind',
  anyKind: 'Any kind',
  enteredOn: 'Entered on',
  wellOrItem: 'Well or serial number',
  noActivity: 'Nothing was entered here',
  noActivityHint: 'Nothing matches these filters.',
  clearFilters: 'Clear filters',
  older: 'Older ones',
  olderHint: 'The office has had these for six months: a line is left of each.',
  entryNumber: (number: number) => `No. ${number}`,
  exportCsv: 'Export as CSV',
  exported: (count: number) => counted(count, 'entry exported', 'entries exported'),
  imported: 'From a file',
  activityFile: (day: string) => `activity-${day}.csv`,
  entryStatusNames: {
    PENDING: 'Waits',
    SYNCED: 'Sent',
    CONFLICT: 'Sent, met another change',
    FAILED: 'Refused',
    SKIPPED: 'Left out',
  },
  activityColumns: {
    number: 'Number',
    entered: 'Entered',
    person: 'Person',
    what: 'What',
    well: 'Well',
    serial: 'Serial number',
    day: 'Day',
    summary: 'Values',
    state: 'State',
    settled: 'Settled',
    refusal: 'Refused because',
    reason: 'Left out because',
  },

  conflicts: 'Conflicts',
  conflictsHint: 'Two people changed the same record.',
  openConflicts: (count: number) =>
    counted(count, 'conflict waits for a choice', 'conflicts wait for a choice'),
  noConflicts: 'No conflicts',
};
