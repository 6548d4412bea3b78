/** The lock screen, or the pages of the person at the laptop. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cx, toast, Toaster, TooltipProvider, useWords, WordsProvider } from '@wellpulse/ui';
import { createWords, languageOf } from '@wellpulse/words';
import { useCallback, useEffect, useState } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Start } from '../shared/bridge/program.ts';
import { Menu, MenuButton } from './components/Menu.tsx';
import { SyncBanner } from './components/SyncBanner.tsx';
import { AlertsPage } from './features/alerts/AlertsPage.tsx';
import { EntryPage } from './features/entry/EntryPage.tsx';
import { ActivityPage } from './features/activity/ActivityPage.tsx';
import { ConflictsPage } from './features/conflicts/ConflictsPage.tsx';
import { DuePage } from './features/equipment/DuePage.tsx';
import { EquipmentPage } from './features/equipment/EquipmentPage.tsx';
import { ChangeItemPage, NewItemPage } from './features/equipment/ItemFormPage.tsx';
import { ItemPage } from './features/equipment/ItemPage.tsx';
import { LogPage } from './features/equipment/LogPage.tsx';
import { LockScreen } from './features/lock/LockScreen.tsx';
import { PeoplePage } from './features/people/PeoplePage.tsx';
import { RoutePage } from './features/route/RoutePage.tsx';
import { ReenterPage } from './features/sync/ReenterPage.tsx';
import { SyncPage } from './features/sync/SyncPage.tsx';
import { TroubleScreen } from './features/trouble/TroubleScreen.tsx';
import { troubleOf } from './features/trouble/trouble-of.ts';
import { WeekPage } from './features/wells/WeekPage.tsx';
import { WellPage } from './features/wells/WellPage.tsx';
import { call } from './lib/bridge.ts';
import { queryClient, readAgain } from './lib/queries.ts';
import { SessionContext, type Session } from './lib/session.tsx';
import { openDesk } from './lib/stores.ts';

const { hook } = memoryLocation();

export function App({ start: first }: { readonly start: Start }) {
  const [start, setStart] = useState(first);
  useEffect(() => window.wellpulse.on('changed', () => void readAgain()), []);
  useEffect(() => window.wellpulse.on('update', () => void readAgain()), []);
  const words = createWords(languageOf(start.language));
  const trouble = troubleOf(start);
  const startAgain = async () => {
    setStart(await call('program.start', {}));
    await readAgain();
  };
  return (
    <WordsProvider words={words}>
      <TooltipProvider>
        <QueryClientProvider client={queryClient}>
          {trouble !== null ? (
            <TroubleScreen trouble={trouble} onTried={startAgain} />
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
  const session = useOpenSession(start);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const menu = { isOpen: isMenuOpen, onOpenChange: setMenuOpen };
  if (session === null) return null;
  return (
    <SessionContext value={session}>
      <Router hook={hook}>
        <div className="flex h-dvh flex-col">
          <SyncBanner
            timeZone={session.company.timeZone}
            personName={session.person.name}
            menuButton={<MenuButton {...menu} />}
          />
          <div className="flex min-h-0 grow">
            <Menu {...menu} />
            <Page isHidden={isMenuOpen} onPersonChanged={onPersonChanged} />
          </div>
        </div>
      </Router>
    </SessionContext>
  );
}

interface PageProps extends Pick<PagesProps, 'onPersonChanged'> {
  /** The menu stands in its place, where there is no room for both. */
  readonly isHidden: boolean;
}

/** The page scrolls below the banner, and each one begins at its top. */
function Page({ isHidden, onPersonChanged }: PageProps) {
  const [location] = useLocation();
  return (
    <main
      key={location}
      className={cx(
        'relative mt-2.5 min-w-0 grow scroll-pt-20 scroll-pb-60 overflow-y-auto [scrollbar-gutter:stable]',
        'tight:scroll-pt-5 tight:scroll-pb-28',
        isHidden && 'tight:hidden',
      )}
    >
      <div className="mx-auto max-w-6xl px-5 pt-2.5 pb-5">
        <Routes onPersonChanged={onPersonChanged} />
      </div>
    </main>
  );
}

const Routes = ({ onPersonChanged }: Pick<PagesProps, 'onPersonChanged'>) => (
  <Switch>
    <Route path="/wells/:wellId">{({ wellId }) => <WellPage wellId={wellId} />}</Route>
    <Route path="/wells/:wellId/week">{({ wellId }) => <WeekPage wellId={wellId} />}</Route>
    <Route path="/wells/:wellId/:day">{({ wellId, day }) => <EntryPage wellId={wellId} day={day} />}</Route>
    <Route path="/equipment">
      <EquipmentPage />
    </Route>
    <Route path="/equipment/new/:wellId?">{({ wellId }) => <NewItemPage wellId={wellId ?? null} />}</Route>
    <Route path="/equipment/:id">{({ id }) => <ItemPage equipmentId={id} />}</Route>
    <Route path="/equipment/:id/change">{({ id }) => <ChangeItemPage equipmentId={id} />}</Route>
    <Route path="/equipment/:id/log">{({ id }) => <LogPage equipmentId={id} />}</Route>
    <Route path="/due">
      <DuePage />
    </Route>
    <Route path="/alerts">
      <AlertsPage />
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
);

/** Null until what the person typed before is read. */
function useOpenSession({ person, company }: Start): Session | null {
  const { requestWords } = useWords();
  const [session, setSession] = useState<Session | null>(null);
  const open = useCallback(async () => {
    if (person === null || company === null) return;
    const desk = await openDesk({ tenantId: company.id, userId: person.id }, () => {
      toast.warning(requestWords.noRoom, { id: 'draft-not-kept', description: requestWords.noRoomHint });
    });
    setSession({ person, company, ...desk });
  }, [person, company, requestWords]);
  useEffect(() => void open(), [open]);
  return session;
}
