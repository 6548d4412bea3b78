/** What has not reached the office, and what a person does about it. */
import { useWords } from '@wellpulse/forms';
import type { DeviceStatus } from '@wellpulse/offline';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { TabBar } from '../../components/TabBar.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useRead, useStatus } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { PendingRow } from './PendingRow.tsx';

/** More than a screen holds: whoever has more waiting needs a network first. */
const MOST_SHOWN = 200;

export function SyncScreen() {
  const { deskWords, formatInstant } = useWords();
  const { company } = useSession();
  const { client } = usePhone();
  const status = useStatus();
  const waiting = useRead(['pending'], (of) => of.pendingList().page({ limit: MOST_SHOWN }));
  return (
    <Screen top={<SyncBanner timeZone={company.timeZone} />} bottom={<TabBar here="sync" />}>
      <View style={styles.head}>
        <Title>{deskWords.sync}</Title>
        {status !== undefined && (
          <Words colour="ink-muted" figures>
            {status.lastSyncAt === null
              ? deskWords.notSyncedYet
              : deskWords.lastSync(formatInstant(status.lastSyncAt, company.timeZone))}
          </Words>
        )}
      </View>
      <SyncNowButton
        isSyncing={status !== undefined && status.running !== null}
        onPress={() => void client.sync.syncNow().catch(() => undefined)}
      />
      {status !== undefined && <Notices status={status} />}
      {waiting?.items.length === 0 && (
        <View style={styles.empty}>
          <Icon name="cloudDone" colour="good" size={48} />
          <Title level={2}>{deskWords.nothingWaits}</Title>
          <Words colour="ink-muted" style={styles.centred}>
            {deskWords.nothingWaitsHint}
          </Words>
        </View>
      )}
      <View role="list" style={styles.list}>
        {waiting?.items.map((item) => (
          <PendingRow key={item.eventId ?? item.photoId ?? item.content.kind} item={item} />
        ))}
      </View>
    </Screen>
  );
}

function SyncNowButton({
  isSyncing,
  onPress,
}: {
  readonly isSyncing: boolean;
  readonly onPress: () => void;
}) {
  const { fieldWords } = useWords();
  return (
    <Button
      kind="PRIMARY"
      label={fieldWords.syncNow}
      busy={isSyncing}
      icon={<Icon name="sync" colour="accent-ink" />}
      onPress={onPress}
    />
  );
}

/** What stands in the way, each in a sentence that says what to do. */
function Notices({ status }: { readonly status: DeviceStatus }) {
  const words = useWords();
  const { deskWords, formatDamage, formatTrouble, shortOfRoom } = words;
  const { recovered, damage, trouble, awaitedPeople } = status;
  return (
    <>
      {status.isRetiring && <Notice text={deskWords.retiring} />}
      {damage !== null && <Notice tone="bad" text={formatDamage(damage.missing)} />}
      {status.isShortOfRoom && <Notice tone="bad" text={shortOfRoom} />}
      {recovered !== null && recovered.events > 0 && (
        <Notice tone="unknown" text={deskWords.recovered(recovered.events)} />
      )}
      {awaitedPeople.length > 0 && (
        <Notice text={deskWords.awaited(awaitedPeople.map(({ name }) => name).join(', '))} />
      )}
      {status.unreadableRecords > 0 && <Notice text={deskWords.unreadable(status.unreadableRecords)} />}
      {trouble !== null && status.stopped === null && <Notice text={formatTrouble(trouble)} />}
    </>
  );
}

const styles = StyleSheet.create({
  head: { gap: 4 },
  list: { gap: GAP },
  empty: { alignItems: 'center', gap: 8, paddingVertical: 2 * GAP },
  centred: { textAlign: 'center' },
});
