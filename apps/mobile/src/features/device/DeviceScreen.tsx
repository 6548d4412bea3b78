/** This phone: who is at it, how it looks and speaks, what it holds, and leaving it. */
import { useWords } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Card } from '../../components/lists/Card.tsx';
import { WayRow } from '../../components/lists/WayRow.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { TabBar } from '../../components/TabBar.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { useLock } from '../../lib/lock-context.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useRead, useStatus } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { ClockNotice } from './ClockNotice.tsx';
import { QuickCard } from './QuickCard.tsx';
import { LocationCard } from '../location/LocationCard.tsx';
import { LEAST_PASSPHRASE } from '../lock/least-passphrase.ts';
import { ReminderCard } from '../reminders/ReminderCard.tsx';
import { AppearanceCard } from './AppearanceCard.tsx';
import { SignOut } from './SignOut.tsx';
import { StorageCard } from './StorageCard.tsx';

export function DeviceScreen() {
  const { deskWords, fieldWords, phoneWords, roleNames, sessionWords, thisDeviceWords } = useWords();
  const { company, person } = useSession();
  const { appVersion, office, platform } = usePhone();
  const lock = useLock();
  const device = useRead(['device'], ({ sessions }) => sessions.device());
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />} bottom={<TabBar here="device" />}>
      <Title>{device?.name ?? phoneWords.device}</Title>
      <ClockNotice />
      <Facts
        facts={[
          [deskWords.person, `${person.name} · ${roleNames[person.role]}`],
          [sessionWords.email, person.email],
          [sessionWords.tenant, company.name],
          [fieldWords.server, office.server ?? ''],
          [thisDeviceWords.version, appVersion],
        ]}
      />
      <Ways />
      <AppearanceCard />
      <QuickCard />
      <LocationCard />
      <ReminderCard />
      <StorageCard />
      {platform === 'WEB' && <Notice tone="unknown" text={phoneWords.inBrowser} />}
      <Button
        kind="PRIMARY"
        label={fieldWords.lock}
        icon={<Icon name="lock" colour="accent-ink" />}
        onPress={lock}
      />
      <SignOut />
    </Screen>
  );
}

/** To what else is about this device. */
function Ways() {
  const { deskWords, fieldWords, thisDeviceWords } = useWords();
  const { leastSecret } = usePhone();
  const needsSignIn = useStatus()?.needsSignIn === true;
  const newSecret = leastSecret < LEAST_PASSPHRASE ? thisDeviceWords.newPin : thisDeviceWords.newPassphrase;
  return (
    <View style={styles.ways}>
      <WayRow
        href="/sign-in"
        icon="person"
        title={needsSignIn ? fieldWords.signInToSend : newSecret}
        below={needsSignIn ? deskWords.signInToSendHint : thisDeviceWords.newSecretHint}
        isUrgent={needsSignIn}
      />
      <WayRow href="/log" icon="log" title={deskWords.activity} below={deskWords.activityHint} />
      <WayRow href="/handover" icon="file" title={deskWords.handover} />
    </View>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <Card>
      {facts.map(([name, value]) => (
        <View key={name}>
          <Words size="base" colour="ink-muted">
            {name}
          </Words>
          <Words bold>{value}</Words>
        </View>
      ))}
    </Card>
  );
}

const styles = StyleSheet.create({ ways: { gap: GAP } });
