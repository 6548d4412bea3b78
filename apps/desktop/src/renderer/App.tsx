/** The lock screen, or the pages of the person at the laptop. */
import { QueryClientProvider } from '@tanstack/react-query';
import { Button, Toaster, TooltipProvider, useWords, WordsProvider } from '@wellpulse/ui';
import { createWords, languageOf } from '@wellpulse/words';
import { useCallback, useEffect, useState } from 'react';
import { Route, Router, Switch } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Start } from '../shared/bridge/program.ts';
import { SyncBanner } from './components/SyncBanner.tsx';
import { EntryPage } from './features/entry/EntryPage.tsx';
import { LockScreen } from './features/lock/LockScreen.tsx';
import { RoutePage } from './features/route/RoutePage.tsx';
import { call } from './lib/bridge.ts';
import { queryClient, readAgain } from './lib/queries.ts';
import { SessionContext, type Session } from './lib/session.tsx';
import { openDesk } from './lib/stores.ts';

const { hook } = memoryLocation();

export function App({ start: first }: { readonly start: Start }) {
  const [start, setStart] = useState(first);
  const words = createWords(languageOf(start.language));
  return (
    <WordsProvider words={words}>
      <TooltipProvider>
        <QueryClientProvider client={queryClient}>
          {start.person === null ? (
            <LockScreen
              start={start}
              onOpen={() => {
                void call('program.start', {}).then(setStart);
              }}
            />
          ) : (
            <Pages start={start} />
          )}
          <Toaster />
        </QueryClientProvider>
      </TooltipProvider>
    </WordsProvider>
  );
}

function Pages({ start }: { readonly start: Start }) {
  const { fieldWords } = useWords();
  const session = useOpenSession(start);
  useEffect(() => window.wellpulse.on('changed', () => void readAgain()), []);
  if (session === null) return null;
  return (
    <SessionContext value={session}>
      <Router hook={hook}>
        <SyncBanner />
        <main className="mx-auto max-w-4xl p-5">
          <Switch>
            <Route path="/wells/:wellId/:day">
              {({ wellId, day }) => <EntryPage wellId={wellId} day={day} />}
            </Route>
            <Route>
              <RoutePage />
            </Route>
          </Switch>
        </main>
        <footer className="mx-auto flex max-w-4xl items-center gap-5 p-5 text-lg">
          <span className="grow">{session.person.name}</span>
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
