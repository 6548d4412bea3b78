import { Button, useWords } from '@wellpulse/ui';
import { PRODUCT_NAME } from '@wellpulse/words';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { Start } from '../../../shared/bridge/program.ts';
import { BannerBar } from '../../components/BannerBar.tsx';
import { Notice } from '../../components/Notice.tsx';
import { LockedBanner } from '../../components/SyncBanner.tsx';
import { UpdateNotice } from '../updates/UpdateNotice.tsx';
import { SignIn } from './SignIn.tsx';
import { Unlock } from './Unlock.tsx';

/** Who signs in: somebody new, or a known person who gets a new PIN. Null: nobody, the laptop is opened. */
type Entering = { readonly email: string } | 'SOMEBODY_NEW' | null;

/** Who opens the laptop: somebody it knows, by their PIN, or somebody new, who signs in. */
export function LockScreen({ start, onOpen }: { readonly start: Start; readonly onOpen: () => void }) {
  const { deskWords, lockWords, sessionWords, formatDayFull, formatInstant } = useWords();
  const { company, lostAt } = start;
  // No PIN opens a lost laptop, and it names nobody.
  const knowsPeople = start.people.length > 0 && lostAt === null;
  const [entering, setEntering] = useState<Entering>(knowsPeople ? null : 'SOMEBODY_NEW');
  return (
    <div className="flex min-h-dvh flex-col">
      {start.isClosed ? (
        <BannerBar tone="attention" icon={Lock}>
          <span role="status">{deskWords.closed}</span>
        </BannerBar>
      ) : (
        start.company !== null && <LockedBanner timeZone={start.company.timeZone} />
      )}
      <main className="mx-auto flex w-full max-w-2xl grow flex-col justify-center gap-6 p-5">
        <header>
          <h1 className="text-3xl font-bold">{PRODUCT_NAME}</h1>
          <p className="text-lg text-ink-muted">{start.company?.name ?? sessionWords.invitation}</p>
        </header>
        {start.retiredAt !== null && (
          <Notice>{deskWords.retired(formatDayFull(start.retiredAt.slice(0, 10)))}</Notice>
        )}
        {lostAt !== null && company !== null && (
          <>
            <h2 className="text-2xl font-bold">{lockWords.lost.title}</h2>
            <Notice tone="bad">{lockWords.lost.about(formatInstant(lostAt, company.timeZone))}</Notice>
            <p className="text-lg text-ink-muted">{lockWords.lost.found}</p>
          </>
        )}
        {entering === null ? (
          <Unlock
            people={start.people}
            hasKeyStore={start.hasKeyStore}
            onOpen={onOpen}
            onForgotten={start.isClosed ? null : (email) => setEntering({ email })}
            onSomebodyElse={start.isClosed ? null : () => setEntering('SOMEBODY_NEW')}
          />
        ) : (
          <SignIn start={start} email={entering === 'SOMEBODY_NEW' ? null : entering.email} onOpen={onOpen} />
        )}
        {start.isClosed && (
          <div className="flex flex-col gap-1 text-base text-ink-muted">
            <p>{deskWords.forgottenPassphraseHint}</p>
            <p>{deskWords.askColleague}</p>
          </div>
        )}
        {entering !== null && knowsPeople && (
          <Button
            size="field"
            className="self-start"
            onClick={() => {
              setEntering(null);
            }}
          >
            {deskWords.back}
          </Button>
        )}
        <UpdateNotice />
      </main>
    </div>
  );
}
