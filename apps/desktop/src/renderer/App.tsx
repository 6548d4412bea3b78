/** The lock screen, or the pages of the person at the laptop. */
import { QueryClientProvider } from '@tanstack/react-query';
import { Button, buttonClass, Toaster, TooltipProvider, useWords, WordsProvider } from '@wellpulse/ui';
import { createWords, languageOf } from '@wellpulse/words';
import { useCallback, useEffect, useState } from 'react';
import { Link, Route, Router, Switch } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Start } from '../shared/bridge/program.ts';
import { SyncBanner } from './components/SyncBanner.tsx';
import { EntryPage } from './features/entry/EntryPage.tsx';
import { ActivityPage } from './features/activity/ActivityPage.tsx';
import { ConflictsPage } from './features/conflicts/ConflictsPage.tsx';
import { LockScreen } from './features/lock/LockScreen.tsx';
import { PeoplePage } from './features/people/PeoplePage.tsx';
import { RoutePage } from './features/route/RoutePage.tsx';
import { ReenterPage } from './features/sync/ReenterPage.tsx';
import { SyncPage } from './features/sync/SyncPage.tsx';
import { TroubleScreen } from './features/trouble/TroubleScreen.tsx';
import { call } from './lib/bridge.ts';
import { queryClient, readAgain } from './lib/queries.ts';
import { SessionContext, type Session } from './lib/session.tsx';
import { openDesk } from './lib/stores.ts';

const { hook } = memoryLocation();

export function App({ start: first }: { readonly start: Start }) {
  const [start, setStart] = useState(first);
  useEffect(() => window.wellpulse.on('changed', () => void readAgain()), []);
  const words = createWords(languageOf(start.language));
  const startAgain = async () => {
    setStart(await call('program.start', {}));
    await readAgain();
  };
  return (
    <WordsProvider words={words}>
      <TooltipProvider>
        <QueryClientProvider client={queryClient}>
          {start.trouble !== null ? (
            <TroubleScreen trouble={start.trouble} onTried={startAgain} />
          ) : start.person === null ? (
            <LockScreen start={start} onOpen={() => void startAgain()} />
          ) : (
            <Pages start={start} onPersonChanged={() => void startAgain()} />
          )}
          <Toaster />
        </QueryClientProvider>
      </TooltipProvider>
    </WordsProvider>
  );
}

interface PagesProps {
  readonly start: Start;
  readonly onPersonChanged: () => void;
}

function Pages({ start, onPersonChanged }: PagesProps) {
  const { deskWords, fieldWords } = useWords();
  const session = useOpenSession(start);
  if (session === null) return null;
  return (
    <SessionContext value={session}>
      <Router hook={hook}>
        <SyncBanner timeZone={session.company.timeZone} />
        <main className="mx-auto max-w-4xl p-5">
          <Switch>
            <Route path="/wells/:wellId/:day">
              {({ wellId, day }) => <EntryPage wellId={wellId} day={day} />}
            </Route>
            <Route path="/sync">
              <SyncPage />
            </Route>
            <Route path="/sync/:eventId">{({ eventId }) => <ReenterPage eventId={eventId} />}</Route>
            <Route path="/conflicts">
              <ConflictsPage />
            </Route>
            <Route path="/activity">
              <ActivityPage />
            </Route>
            <Route path="/people">
              <PeoplePage onChanged={onPersonChanged} />
            </Route>
            <Route>
              <RoutePage />
            </Route>
          </Switch>
        </main>
        <footer className="mx-auto flex max-w-4xl items-center gap-5 p-5 text-lg">
          <span className="grow">{session.person.name}</span>
          <Link href="/activity" className={buttonClass({ size: 'field' })}>
            {deskWords.activity}
          </Link>
          <Link href="/people" className={buttonClass({ size: 'field' })}>
            {deskWords.people}
          </Link>
          <Button size="field" onClick={() => void call('people.lock', {})}>
            {fieldWords.lock}
          </Button>
        </footer>
      </Router>
    </SessionContext>
  );
}

/** Null until what the person typed before is read. */
function useOpenSession({ person, company }: Start): Session | null {
  const [session, setSession] = useState<Session | null>(null);
  const open = useCallback(async () => {
    if (person === null || company === null) return;
    const desk = await openDesk({ tenantId: company.id, userId: person.id }, () => undefined);
    setSession({ person, company, desk });
  }, [person, company]);
  useEffect(() => void open(), [open]);
  return session;
}
