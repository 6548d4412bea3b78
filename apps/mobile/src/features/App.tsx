/** Opens the data, then shows the lock screen, or the screens of the person at the phone. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useObserved } from '@wellpulse/forms';
import { Slot, usePathname, useRouter } from 'expo-router';
import { useCallback, useEffect, useState } from 'react';
import { SafeAreaProvider } from 'react-native-safe-area-context';
import { ToastProvider } from '../components/Toast.tsx';
import type { Phone } from '../data/phone.ts';
import { AutoLockProvider } from '../lib/auto-lock.tsx';
import { LockContext } from '../lib/lock-context.tsx';
import { openOwnPhone } from '../lib/open-own-phone.ts';
import { PhoneContext } from '../lib/phone-context.tsx';
import { PhoneLife } from '../lib/phone-life.ts';
import { PositionProvider } from '../lib/position.tsx';
import { PreferencesProvider } from '../lib/preferences.tsx';
import { followClient, forgetReads, reads } from '../lib/reads.ts';
import { SessionContext, type Session } from '../lib/session.tsx';
import { SpokenProvider } from '../lib/spoken.tsx';
import { ThemeProvider } from '../lib/theme.tsx';
import { useShown } from '../lib/background/use-shown.ts';
import { keepInstalled } from '../native/installed-app';
import { onNetworkChange } from '../native/network';
import { hideScreen } from '../native/screen/screen-guard';
import { startAnew } from '../native/start-anew';
import { onDataFree } from '../native/tabs/data-lock';
import { LockScreen } from './lock/LockScreen.tsx';
import { TroubleScreen } from './trouble/TroubleScreen.tsx';

const life = new PhoneLife(openOwnPhone);

const open = (): void => void life.open();

export function App() {
  const opened = useObserved(life, () => life.opened, null);
  useEffect(() => {
    keepInstalled();
    open();
  }, []);
  const isElsewhere = opened?.kind === 'TROUBLE' && opened.trouble === 'OTHER_TAB';
  useEffect(() => (isElsewhere ? onDataFree(open) : undefined), [isElsewhere]);
  return (
    <SafeAreaProvider>
      <PreferencesProvider>
        <ThemeProvider>
          <SpokenProvider>
            <ToastProvider>
              {opened?.kind === 'TROUBLE' && (
                <TroubleScreen
                  trouble={opened.trouble}
                  onTry={() => {
                    if (isElsewhere) open();
                    else startAnew(open);
                  }}
                />
              )}
              {opened?.kind === 'OPEN' && <OpenPhone phone={opened.phone} />}
            </ToastProvider>
          </SpokenProvider>
        </ThemeProvider>
      </PreferencesProvider>
    </SafeAreaProvider>
  );
}

function OpenPhone({ phone }: { readonly phone: Phone }) {
  const { client } = phone;
  const session = useObserved(life, () => life.session, null);
  // The lock screen's too: before a first sign-in it read that there is no device.
  useEffect(forgetReads, [session]);
  useEffect(() => followClient(client), [client]);
  // All that shows data or takes a PIN, and not what tells why the data can't be opened (ADR 118).
  useEffect(hideScreen, []);
  useEffect(() => onNetworkChange((isOnline) => client.sync.networkChanged(isOnline)), [client]);
  useShown(client);
  return (
    <QueryClientProvider client={reads}>
      <PhoneContext value={phone}>
        {session === null ? (
          <LockScreen isStart={life.place === null} onOpen={() => void life.entered()} />
        ) : (
          <OpenScreens session={session} />
        )}
      </PhoneContext>
    </QueryClientProvider>
  );
}

/** The screens of the person at the phone, until they leave it alone for too long. */
function OpenScreens({ session }: { readonly session: Session }) {
  const lock = useCallback(() => void life.lock(), []);
  useGoOn(session.person.id);
  return (
    <SessionContext value={session}>
      <LockContext value={lock}>
        <AutoLockProvider onLock={lock}>
          <PositionProvider>
            <Slot />
          </PositionProvider>
        </AutoLockProvider>
      </LockContext>
    </SessionContext>
  );
}

/** Who opens the phone again goes on where they were. Somebody else begins anew. */
function useGoOn(userId: string): void {
  const router = useRouter();
  const path = usePathname();
  const [before] = useState(() => life.place);
  useEffect(() => {
    if (before === null) return;
    if (before.userId !== userId) router.replace('/');
    else if (before.path !== '/') router.push(before.path);
  }, [before, router, userId]);
  useEffect(() => {
    life.wentTo(path);
  }, [path]);
}
