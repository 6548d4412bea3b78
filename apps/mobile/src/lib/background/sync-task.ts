import { syncOnce } from '../../data/background/sync-once.ts';
import { syncInBackground } from '../../native/background/background-sync';
import { openOwnPhone, reminded } from '../open-own-phone.ts';

/** On the same data as the screens: whoever comes second gets the client that the first one has opened (ADR 119). */
syncInBackground(async () => {
  const opened = await openOwnPhone();
  if (opened.kind !== 'OPEN') return false;
  const isDone = await syncOnce(opened.phone);
  await reminded();
  return isDone;
});
