/** Always there, and always true: whether the office hears this laptop, and what waits. */
import { Button, cx, useWords } from '@wellpulse/ui';
import { CloudCheck, CloudOff, CloudUpload, Lock, LogIn, RefreshCw, TriangleAlert } from 'lucide-react';
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
  /** Stands first: what opens the menu where the screen has no room for it. */
  readonly menuButton: ReactNode;
}

/** Where there is no room for words, a button of the banner is its sign. */
const signOnlyClass = 'tight:w-15 tight:px-0';

/** What the banner says, and beside it what the person at the laptop can do. */
export function SyncBanner({ timeZone, personName, menuButton }: SyncBannerProps) {
  const { fieldWords } = useWords();
  const { data: banner } = useMain('sync.status', {});
  const [isSigningIn, setSigningIn] = useState(false);
  if (banner === undefined) return <div className="h-20" />;
  return (
    <BannerBar tone={toneOf(banner)} icon={iconOf(banner)}>
      {menuButton}
      <BannerText banner={banner} timeZone={timeZone} />
      <span className="ml-auto flex max-w-full min-w-0 flex-wrap items-center justify-end gap-5 tight:shrink-0 tight:flex-nowrap">
        <span
          title={personName}
          className="max-w-60 truncate text-base text-ink-muted xl:max-w-96 tight:hidden"
        >
          {personName}
        </span>
        {banner.needsSignIn && (
          <Button
            size="field"
            variant="primary"
            className={signOnlyClass}
            icon={<LogIn aria-hidden />}
            onClick={() => {
              setSigningIn(true);
            }}
          >
            <span className="tight:sr-only">{fieldWords.signInToSend}</span>
          </Button>
        )}
        <Button
          size="field"
          className={signOnlyClass}
          icon={<RefreshCw aria-hidden />}
          loading={banner.isSyncing}
          onClick={() => void call('sync.now', {})}
        >
          <span className="tight:sr-only">{fieldWords.syncNow}</span>
        </Button>
        <Button
          size="field"
          className={signOnlyClass}
          icon={<Lock aria-hidden />}
          onClick={() => void call('people.lock', {})}
        >
          <span className="tight:sr-only">{fieldWords.lock}</span>
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
    <span className="flex min-w-0 flex-1 basis-60 flex-col">
      <span role="status">{`${link} · ${what}`}</span>
      {banner.stopped !== null && banner.stopped !== 'NEEDS_SIGN_IN' && (
        <Small tone="bad">{formatStop(banner.stopped)}</Small>
      )}
      {banner.needsSignIn && <Small tone="attention">{deskWords.sessionOver}</Small>}
      {banner.isShortOfRoom && <Small tone="bad">{fieldWords.almostFull}</Small>}
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
  banner.stopped !== null || banner.needsSignIn || banner.isShortOfRoom || forPersonOf(banner) > 0;

const toneOf = (banner: Banner): 'attention' | 'good' | 'accent' => {
  if (banner.isOnline === false || isStuck(banner)) return 'attention';
  return banner.pendingEvents + banner.waitingPhotos > 0 ? 'accent' : 'good';
};

const iconOf = (banner: Banner) => {
  if (banner.isOnline === false) return CloudOff;
  if (isStuck(banner)) return TriangleAlert;
  return banner.pendingEvents + banner.waitingPhotos > 0 ? CloudUpload : CloudCheck;
};
