/** What stands in the way of syncing, in sentences that say what to do. Also how far a photo is. */
import { hasWaitedAShift } from '@wellpulse/domain';
import { useWords } from '@wellpulse/forms';
import type { DeviceStatus } from '@wellpulse/offline';
import { StyleSheet, View } from 'react-native';
import { Progress } from '../../components/lists/Progress.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';

export function SyncNotices({ status }: { readonly status: DeviceStatus }) {
  const words = useWords();
  const { deskWords, formatAwaited, formatBytes, formatDamage, formatSpan, formatTrouble, shortOfRoom } =
    words;
  const { recovered, damage, trouble, awaitedPeople, photoProgress, waitingSince } = status;
  // It is read again with each change of the status.
  const overdueMs = useRead(['overdue', waitingSince], async () => overdueAt(waitingSince, Date.now()));
  return (
    <>
      {overdueMs !== undefined && overdueMs !== null && (
        <Notice text={deskWords.overdue(formatSpan(overdueMs / 1000))} />
      )}
      {status.isRetiring && <Notice text={deskWords.retiring} />}
      {damage !== null && <Notice tone="bad" text={formatDamage(damage.missing)} />}
      {status.isShortOfRoom && <Notice tone="bad" text={shortOfRoom} />}
      {recovered !== null && recovered.events > 0 && (
        <Notice tone="unknown" text={deskWords.recovered(recovered.events)} />
      )}
      {awaitedPeople.length > 0 && <Notice text={formatAwaited(awaitedPeople.map(({ name }) => name))} />}
      {status.unreadableRecords > 0 && <Notice text={deskWords.unreadable(status.unreadableRecords)} />}
      {trouble !== null && status.stopped === null && <Notice text={formatTrouble(trouble)} />}
      {photoProgress !== null && (
        <View style={styles.photo}>
          <Words figures>
            {deskWords.photoOnTheWay(
              formatBytes(photoProgress.sentBytes),
              formatBytes(photoProgress.totalBytes),
            )}
          </Words>
          <Progress
            label={deskWords.sendingNow}
            value={photoProgress.sentBytes}
            max={photoProgress.totalBytes}
          />
        </View>
      )}
    </>
  );
}

/** How long the oldest entry has waited, in milliseconds; null for less than a shift. */
const overdueAt = (waitingSince: string | null, now: number): number | null =>
  waitingSince !== null && hasWaitedAShift(waitingSince, now) ? now - Date.parse(waitingSince) : null;

const styles = StyleSheet.create({ photo: { gap: 8 } });
