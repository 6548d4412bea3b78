/** What went wrong with a request, where no answer says it. */
import { counted } from '../lib/decimal.ts';

export const requests = {
  unreachable: 'The server cannot be reached',
  unreachableHint: 'Check the connection, then try again. What you typed is still here.',
  ownFault: 'This page met an error of its own',
  ownFaultHint: 'Reload the page and try again.',
  savedMeanwhile: 'Somebody else has saved this day meanwhile. Compare the two and choose.',
  notSaved: (why: string) => `Not saved: ${why}`,
  entryNotTaken: 'Its entry was not taken.',
  noRoom: 'This browser has no room to keep what you type',
  noRoomHint: 'Save before you leave the page.',
  formerUser: 'A former user',
  waitSeconds: (count: number) => `Try again in ${counted(count, 'second', 'seconds')}.`,
  waitMinutes: (count: number) => `Try again in ${counted(count, 'minute', 'minutes')}.`,
};
