/** What has not reached the office, and what a person does about it. */
import { useWords } from '@wellpulse/forms';
import { deviceConflicts } from '@wellpulse/forms/device';
import type { DeviceStatus } from '@wellpulse/offline';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Empty } from '../../components/lists/Empty.tsx';
import { WayRow } from '../../components/lists/WayRow.tsx';
import { MoreButton } from '../../components/lists/MoreButton.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SyncBanner } from '../../components/SyncBanner.tsx';
import { TabBar } from '../../components/TabBar.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { useRead, useStatus } from '../../lib/reads.ts';
import { useSession } from '../../lib/session.tsx';
import { GAP } from '../../lib/theme.tsx';
import { usePages } from '../../lib/use-pages.ts';
import { ClockNotice } from '../device/ClockNotice.tsx';
import { ReminderOffer } from '../reminders/ReminderOffer.tsx';
import { PendingRow } from './PendingRow.tsx';
import { SyncNotices } from './SyncNotices.tsx';

const PAGE = 50;

export function SyncScreen() {
  const { deskWords, fieldWords, formatInstant } = useWords();
  const { company } = useSession();
  const { client } = usePhone();
  const status = useStatus();
  const pages = usePages(['pending'], (of, after) => of.pendingList().page({ after, limit: PAGE }));
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
      <Button
        kind="PRIMARY"
        label={fieldWords.syncNow}
        busy={status !== undefined && status.running !== null}
        icon={<Icon name="sync" colour="accent-ink" />}
        onPress={() => void client.sync.syncNow().catch(() => undefined)}
      />
      <ClockNotice />
      {status !== undefined && <SyncNotices status={status} />}
      {status !== undefined && <ReminderOffer status={status} />}
      {pages.items?.length === 0 && (
        <Empty
          icon="cloudDone"
          colour="good"
          title={deskWords.nothingWaits}
          about={deskWords.nothingWaitsHint}
        />
      )}
      {pages.items !== undefined && pages.items.length > 0 && (
        <>
          {status !== undefined && <Title level={2}>{deskWords.pendingCount(waitingIn(status))}</Title>}
          <View role="list" style={styles.list}>
            {pages.items.map((item) => (
              <PendingRow key={item.eventId ?? item.photoId ?? item.content.kind} item={item} />
            ))}
          </View>
          <MoreButton {...pages} />
        </>
      )}
      <Ways openConflicts={status?.openConflicts ?? 0} />
    </Screen>
  );
}

const waitingIn = ({ pendingEvents, failedEvents, waitingPhotos }: DeviceStatus): number =>
  pendingEvents + failedEvents + waitingPhotos;

/** To what else is about syncing. */
function Ways({ openConflicts }: { readonly openConflicts: number }) {
  const { conflictsSettledSince, deskWords } = useWords();
  const news = useRead(['conflicts', 'news'], (client) => deviceConflicts(client, () => new Date()).news());
  const told = [
    ...(openConflicts > 0 ? [deskWords.openConflicts(openConflicts)] : []),
    ...(news !== undefined && news > 0 ? [conflictsSettledSince(news)] : []),
  ];
  return (
    <View style={styles.list}>
      <WayRow
        href="/conflicts"
        icon="conflict"
        title={deskWords.conflicts}
        below={told.length === 0 ? deskWords.noConflicts : told.join(' · ')}
        isUrgent={openConflicts > 0}
      />
      <WayRow href="/log" icon="log" title={deskWords.activity} below={deskWords.activityHint} />
      <WayRow href="/handover" icon="file" title={deskWords.handover} />
    </View>
  );
}

const styles = StyleSheet.create({ head: { gap: 4 }, list: { gap: GAP } });
