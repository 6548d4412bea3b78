/** Who opens the phone: somebody it knows, by their PIN or passphrase, or somebody new, who signs in. */
import { useWords } from '@wellpulse/forms';
import { PRODUCT_NAME } from '@wellpulse/words';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useRead, useStatus } from '../../lib/reads.ts';
import { GAP } from '../../lib/theme.tsx';
import { LostDevice } from './LostDevice.tsx';
import { SignIn } from './SignIn.tsx';
import { Unlock } from './Unlock.tsx';

/** Who signs in: somebody new, or a known person who gets a new PIN. Null: nobody, the phone is opened. */
type Entering = { readonly email: string } | 'SOMEBODY_NEW' | null;

export interface LockScreenProps {
  /** Nobody was at the phone since the app was started. */
  readonly isStart: boolean;
  readonly onOpen: () => void;
}

export function LockScreen({ isStart, onOpen }: LockScreenProps) {
  const { sessionWords, fieldWords, deskWords, phoneWords, formatDayFull } = useWords();
  const { platform } = usePhone();
  const people = useRead(['people'], ({ sessions }) => sessions.people());
  const device = useRead(['device'], ({ sessions }) => sessions.device());
  const settings = useRead(['settings'], ({ records }) => records.settings());
  const status = useStatus();
  const [chosen, setEntering] = useState<Entering>(null);
  if (people === undefined || device === undefined || settings === undefined || status === undefined)
    return null;
  const { lostAt, retiredAt } = status;
  const entering = people.length === 0 ? 'SOMEBODY_NEW' : chosen;
  const timeZone = settings?.timeZone ?? 'UTC';
  return (
    <Screen top={settings === null || lostAt !== null ? undefined : <SyncBanner timeZone={timeZone} />}>
      <View style={styles.head}>
        <Title>{PRODUCT_NAME}</Title>
        <Words colour="ink-muted">{settings?.name ?? sessionWords.invitation}</Words>
      </View>
      {lostAt !== null && <LostDevice lostAt={lostAt} timeZone={timeZone} status={status} />}
      {retiredAt !== null && <Notice text={deskWords.retired(formatDayFull(retiredAt.slice(0, 10)))} />}
      {entering !== null && (
        <SignIn
          key={`${device?.id ?? ''} ${entering === 'SOMEBODY_NEW' ? '' : entering.email}`}
          email={entering === 'SOMEBODY_NEW' ? null : entering.email}
          deviceName={device?.name ?? null}
          onOpen={onOpen}
        />
      )}
      {entering === null && lostAt === null && (
        <Unlock
          people={people}
          isStart={isStart}
          onOpen={onOpen}
          onForgotten={(email) => {
            setEntering({ email });
          }}
        />
      )}
      {people.length === 0 && platform === 'WEB' && <Notice tone="unknown" text={phoneWords.inBrowser} />}
      {people.length > 0 && (
        <Button
          label={
            entering !== null
              ? deskWords.back
              : lostAt === null
                ? fieldWords.somebodyElse
                : sessionWords.signIn
          }
          onPress={() => {
            setEntering(entering === null ? 'SOMEBODY_NEW' : null);
          }}
        />
      )}
    </Screen>
  );
}

const styles = StyleSheet.create({
  // On one line where there is room: a phone on its side shows the way in without scrolling.
  head: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'baseline', columnGap: GAP, rowGap: 4 },
});
