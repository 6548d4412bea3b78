/** This phone: who is at it, what it is called, and leaving it. */
import { useWords } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { TabBar } from '../../components/TabBar.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { useLock } from '../../lib/lock-context.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useRead } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { RADIUS, useColours } from '../../lib/theme.tsx';
import { LocationCard } from '../location/LocationCard.tsx';

export function DeviceScreen() {
  const { fieldWords, phoneWords, roleNames, sessionWords } = useWords();
  const { company, person } = useSession();
  const { office, platform } = usePhone();
  const lock = useLock();
  const device = useRead(['device'], ({ sessions }) => sessions.device());
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />} bottom={<TabBar here="device" />}>
      <Title>{device?.name ?? phoneWords.device}</Title>
      <Facts
        facts={[
          [sessionWords.email, `${person.name} · ${roleNames[person.role]} · ${person.email}`],
          [sessionWords.tenant, company.name],
          [fieldWords.server, office.server ?? ''],
        ]}
      />
      <LocationCard />
      {platform === 'WEB' && <Notice tone="unknown" text={phoneWords.inBrowser} />}
      <Button
        kind="PRIMARY"
        label={fieldWords.lock}
        icon={<Icon name="lock" colour="accent-ink" />}
        onPress={lock}
      />
    </Screen>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [name: string, value: string])[] }) {
  const colours = useColours();
  return (
    <View style={[styles.facts, { borderColor: colours.line, backgroundColor: colours.surface }]}>
      {facts.map(([name, value]) => (
        <View key={name}>
          <Words size="base" colour="ink-muted">
            {name}
          </Words>
          <Words bold>{value}</Words>
        </View>
      ))}
    </View>
  );
}

const styles = StyleSheet.create({ facts: { borderWidth: 1, borderRadius: RADIUS, padding: 16, gap: 14 } });
