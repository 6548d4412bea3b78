/** Always there, and always true: whether the office hears this laptop, and what waits. */
import { Button, cx, useWords } from '@wellpulse/ui';
import { CloudCheck, CloudOff, CloudUpload, Lock, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Banner } from '../../shared/bridge/sync.ts';
import { call } from '../lib/bridge.ts';
import { useMain } from '../lib/queries.ts';
import { SignInAgain } from '../features/people/SignInAgain.tsx';
import { BannerBar } from './BannerBar.tsx';

export interface SyncBannerProps {
  readonly timeZone: string;
  /** Who is at the laptop. */
  readonly personName: string;
}

/** What the banner says, and beside it what the person at the laptop can do. */
export function SyncBanner({ timeZone, personName }: SyncBannerProps) {
  const { fieldWords } = useWords();
  const { data: banner } = useMain('sync.status', {});
  const [isSigningIn, setSigningIn] = useState(false);
  if (banner === undefined) return <div className="h-20" />;
  return (
    <BannerBar tone={toneOf(banner)} icon={iconOf(banner)}>
      <BannerText banner={banner} timeZone={timeZone} />
      <span className="ml-auto flex min-w-0 flex-wrap items-center gap-5">
        <span className="max-w-60 truncate text-base text-ink-muted">{personName}</span>
        {banner.needsSignIn && (
          <Button
            size="field"
            variant="primary"
            onClick={() => {
              setSigningIn(true);
            }}
          >
            {fieldWords.signInToSend}
          </Button>
        )}
        <Button size="field" loading={banner.isSyncing} onClick={() => void call('sync.now', {})}>
          {fieldWords.syncNow}
        </Button>
        <Button size="field" icon={<Lock aria-hidden />} onClick={() => void call('people.lock', {})}>
          {fieldWords.lock}
        </Button>
      </span>
      {isSigningIn && (
        <SignInAgain
          onClose={() => {
            setSigningIn(false);
          }}
        />
      )}
    </BannerBar>
  );
}

/** The same where nobody is at the laptop: it says, and offers nothing. */
export function LockedBanner({ timeZone }: { readonly timeZone: string }) {
  const { data: banner } = useMain('sync.status', {});
  if (banner === undefined) return <div className="h-20" />;
  return (
    <BannerBar tone={toneOf(banner)} icon={iconOf(banner)}>
      <BannerText banner={banner} timeZone={timeZone} />
    </BannerBar>
  );
}

function BannerText({ banner, timeZone }: { readonly banner: Banner; readonly timeZone: string }) {
  const words = useWords();
  const { deskWords, fieldWords, formatTime, formatStop } = words;
  const waits = banner.pendingEvents + banner.waitingPhotos > 0;
  const what = waits
    ? [
        ...(banner.pendingEvents > 0 ? [fieldWords.waiting(banner.pendingEvents)] : []),
        ...(banner.waitingPhotos > 0 ? [fieldWords.photosWaiting(banner.waitingPhotos)] : []),
      ].join(', ')
    : banner.lastSyncAt === null
      ? deskWords.notSyncedYet
      : `${fieldWords.allSent} · ${formatTime(banner.lastSyncAt, timeZone)}`;
  const link =
    banner.isOnline === false
      ? fieldWords.offline
      : waits && banner.isSyncing
        ? fieldWords.syncing
        : fieldWords.online;
  const forPerson = forPersonOf(banner);
  return (
    <span className="flex min-w-0 flex-col">
      <span role="status">{`${link} · ${what}`}</span>
      {banner.stopped !== null && banner.stopped !== 'NEEDS_SIGN_IN' && (
        <Small tone="bad">{formatStop(banner.stopped)}</Small>
      )}
      {banner.needsSignIn && <Small tone="attention">{deskWords.sessionOver}</Small>}
      {forPerson > 0 && <Small tone="bad">{fieldWords.needPerson(forPerson)}</Small>}
    </span>
  );
}

const Small = ({ tone, children }: { readonly tone: 'bad' | 'attention'; readonly children: ReactNode }) => (
  <span className={cx('text-base font-medium', tone === 'bad' ? 'text-bad' : 'text-attention')}>
    {children}
  </span>
);

const forPersonOf = ({ failedEvents, photosForPerson }: Banner): number => failedEvents + photosForPerson;

const isStuck = (banner: Banner): boolean =>
  banner.stopped !== null || banner.needsSignIn || forPersonOf(banner) > 0;

const toneOf = (banner: Banner): 'attention' | 'good' | 'accent' => {
  if (banner.isOnline === false || isStuck(banner)) return 'attention';
  return banner.pendingEvents + banner.waitingPhotos > 0 ? 'accent' : 'good';
};

const iconOf = (banner: Banner) => {
  if (banner.isOnline === false) return CloudOff;
  if (isStuck(banner)) return TriangleAlert;
  return banner.pendingEvents + banner.waitingPhotos > 0 ? CloudUpload : CloudCheck;
};
