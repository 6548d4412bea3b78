/** Opens the data, then shows the lock screen, or the screens of the person at the phone. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useObserved } from '@wellpulse/forms';
import { Slot } from 'expo-router';
import { useCallback, useEffect } from 'react';
import { StyleSheet, View } from 'react-native';
import { SafeAreaProvider } from 'react-native-safe-area-context';
import { ToastProvider } from '../components/Toast.tsx';
import type { Phone } from '../data/phone.ts';
import { LockContext } from '../lib/lock-context.tsx';
import { openOwnPhone } from '../lib/open-own-phone.ts';
import { PhoneContext } from '../lib/phone-context.tsx';
import { PhoneLife } from '../lib/phone-life.ts';
import { PositionProvider } from '../lib/position.tsx';
import { PreferencesProvider } from '../lib/preferences.tsx';
import { followClient, reads } from '../lib/reads.ts';
import { SessionContext } from '../lib/session.tsx';
import { SpokenProvider } from '../lib/spoken.tsx';
import { ThemeProvider } from '../lib/theme.tsx';
import { useAutoLock } from '../lib/use-auto-lock.ts';
import { useShown } from '../lib/background/use-shown.ts';
import { keepInstalled } from '../native/installed-app';
import { onNetworkChange } from '../native/network';
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
  useEffect(() => followClient(client), [client]);
  useEffect(() => onNetworkChange((isOnline) => client.sync.networkChanged(isOnline)), [client]);
  useShown(client);
  return (
    <QueryClientProvider client={reads}>
      <PhoneContext value={phone}>
        {session === null ? (
          <LockScreen onOpen={() => void life.entered()} />
        ) : (
          <SessionContext value={session}>
            <OpenScreens />
          </SessionContext>
        )}
      </PhoneContext>
    </QueryClientProvider>
  );
}

/** The screens of the person at the phone, until they leave it alone for too long. */
function OpenScreens() {
  const lock = useCallback(() => void life.lock(), []);
  const touched = useAutoLock(lock);
  return (
    <LockContext value={lock}>
      <PositionProvider>
        <View style={styles.screens} onPointerDown={touched} onTouchStart={touched}>
          <Slot />
        </View>
      </PositionProvider>
    </LockContext>
  );
}

const styles = StyleSheet.create({ screens: { flex: 1 } });
