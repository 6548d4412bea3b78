/** Always there, and always true: whether the office hears this laptop, and what waits. */
import { Button, cx, useWords } from '@wellpulse/ui';
import { CloudCheck, CloudOff, CloudUpload } from 'lucide-react';
import { call } from '../lib/bridge.ts';
import { useMain } from '../lib/queries.ts';
import { useSession } from '../lib/session.tsx';

export function SyncBanner() {
  const { fieldWords, formatTime } = useWords();
  const { company } = useSession();
  const { data: banner } = useMain('sync.status', {});
  if (banner === undefined) return <div className="h-15" />;
  const isOffline = banner.isOnline === false;
  const waits = banner.pendingEvents + banner.waitingPhotos > 0;
  const Icon = isOffline ? CloudOff : waits ? CloudUpload : CloudCheck;
  return (
    <div
      role="status"
      className={cx(
        'flex min-h-15 items-center gap-3 px-5 py-2 text-lg font-semibold',
        isOffline ? 'bg-attention-soft text-attention' : 'bg-accent-soft text-accent-text',
      )}
    >
      <Icon aria-hidden className="size-7 shrink-0" />
      <span>
        {isOffline ? fieldWords.offline : banner.isSyncing ? fieldWords.syncing : fieldWords.online}
        {' · '}
        {waits
          ? [
              ...(banner.pendingEvents > 0 ? [fieldWords.waiting(banner.pendingEvents)] : []),
              ...(banner.waitingPhotos > 0 ? [fieldWords.photosWaiting(banner.waitingPhotos)] : []),
            ].join(', ')
          : fieldWords.allSent}
        {!waits && banner.lastSyncAt !== null && ` · ${formatTime(banner.lastSyncAt, company.timeZone)}`}
      </span>
      {banner.failedEvents > 0 && (
        <span className="text-bad">{fieldWords.needPerson(banner.failedEvents)}</span>
      )}
      <Button size="field" className="ml-auto" onClick={() => void call('sync.now', {})}>
        {fieldWords.syncNow}
      </Button>
    </div>
  );
}
