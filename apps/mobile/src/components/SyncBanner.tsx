/** Always there, and always true: whether the office hears this phone, and what waits. */
import { useWords } from '@wellpulse/forms';
import type { DeviceStatus } from '@wellpulse/offline';
import type { ColourName } from '@wellpulse/tokens';
import type { Words as WordsOfLanguage } from '@wellpulse/words';
import type { ReactNode } from 'react';
import { StyleSheet, View } from 'react-native';
import { useStatus } from '../lib/reads.ts';
import { GAP, useColours } from '../lib/theme.tsx';
import { Words } from './Words.tsx';

export interface SyncBannerProps {
  /** IANA, in which people read times. */
  readonly timeZone: string;
  /** What can be done, at the end of the line. */
  readonly children?: ReactNode;
}

export function SyncBanner({ timeZone, children }: SyncBannerProps) {
  const words = useWords();
  const colours = useColours();
  const status = useStatus();
  const tone = status === undefined ? 'unknown' : toneOf(status);
  const forPerson = status === undefined ? 0 : status.failedEvents + status.photosForPerson;
  return (
    <View style={[styles.banner, { backgroundColor: colours[SOFT[tone]], borderBottomColor: colours.line }]}>
      <View style={[styles.dot, { borderColor: colours[INK[tone]] }]} aria-hidden />
      <View role="status" style={styles.said}>
        <Words bold colour={INK[tone]} figures>
          {status === undefined ? '' : sentenceOf(words, status, timeZone)}
        </Words>
        {status !== undefined && status.stopped !== null && status.stopped !== 'NEEDS_SIGN_IN' && (
          <Words size="base" bold colour="bad">
            {words.formatStop(status.stopped)}
          </Words>
        )}
        {status?.needsSignIn === true && (
          <Words size="base" bold colour="attention">
            {words.deskWords.sessionOver}
          </Words>
        )}
        {forPerson > 0 && (
          <Words size="base" bold colour="bad">
            {words.fieldWords.needPerson(forPerson)}
          </Words>
        )}
      </View>
      {children}
    </View>
  );
}

function sentenceOf(words: WordsOfLanguage, status: DeviceStatus, timeZone: string): string {
  const { deskWords, fieldWords, formatTime } = words;
  const waits = waitsFor(status);
  const what = waits
    ? [
        ...(status.pendingEvents > 0 ? [fieldWords.waiting(status.pendingEvents)] : []),
        ...(status.waitingPhotos > 0 ? [fieldWords.photosWaiting(status.waitingPhotos)] : []),
      ].join(', ')
    : status.lastSyncAt === null
      ? deskWords.notSyncedYet
      : `${fieldWords.allSent} · ${formatTime(status.lastSyncAt, timeZone)}`;
  const link =
    status.isOnline === false
      ? fieldWords.offline
      : waits && status.running !== null
        ? fieldWords.syncing
        : fieldWords.online;
  return `${link} · ${what}`;
}

type Tone = 'attention' | 'good' | 'accent' | 'unknown';

const INK: Readonly<Record<Tone, ColourName>> = {
  attention: 'attention',
  good: 'good',
  accent: 'accent-text',
  unknown: 'unknown',
};
const SOFT: Readonly<Record<Tone, ColourName>> = {
  attention: 'attention-soft',
  good: 'good-soft',
  accent: 'accent-soft',
  unknown: 'unknown-soft',
};

const waitsFor = ({ pendingEvents, waitingPhotos }: DeviceStatus): boolean =>
  pendingEvents + waitingPhotos > 0;

function toneOf(status: DeviceStatus): Tone {
  if (status.isOnline === false || status.stopped !== null || status.needsSignIn) return 'attention';
  return waitsFor(status) ? 'accent' : 'good';
}

const styles = StyleSheet.create({
  banner: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: 12,
    minHeight: 60,
    paddingHorizontal: GAP,
    paddingVertical: 6,
    borderBottomWidth: 1,
  },
  // All of it is border: a browser that forces its colours shows those.
  dot: { width: 14, height: 14, borderRadius: 7, borderWidth: 7 },
  said: { flex: 1 },
});
