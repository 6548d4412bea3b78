/** One line of what waits: what it is, what is in its way, and what its person can do. */
import { useWords } from '@wellpulse/forms';
import { refusedEntries } from '@wellpulse/forms/device';
import type { PendingItem } from '@wellpulse/offline';
import { useRouter } from 'expo-router';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useToast } from '../../components/Toast.tsx';
import { Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { problemSentence } from '../../data/problem-sentence.ts';
import { readAgain } from '../../lib/reads.ts';
import { GAP, RADIUS, useColours } from '../../lib/theme.tsx';
import { LeaveOutDialog } from './LeaveOutDialog.tsx';

export function PendingRow({ item }: { readonly item: PendingItem }) {
  const { deskWords, formatPending, formatTrouble } = useWords();
  const colours = useColours();
  const [isLeavingOut, setLeavingOut] = useState(false);
  const isFailed = item.status === 'FAILED';
  const title = formatPending(item.content);
  return (
    <View
      role="listitem"
      style={[
        styles.row,
        { borderColor: isFailed ? colours.bad : colours.line, backgroundColor: colours.surface },
      ]}
    >
      <View style={styles.line}>
        <Icon
          name={isFailed ? 'warning' : item.content.kind === 'ENTRY' ? 'cloudUp' : 'camera'}
          colour={isFailed ? 'bad' : 'ink-muted'}
        />
        <View style={styles.said}>
          <Words bold>{title}</Words>
          {item.problem !== null && (
            <Words size="base" colour={isFailed ? 'bad' : 'ink-muted'}>
              {formatTrouble(item.problem)}
            </Words>
          )}
          {!isFailed && item.retryCount > 0 && (
            <Words size="base" colour="ink-muted" figures>
              {deskWords.tries(item.retryCount)}
            </Words>
          )}
        </View>
      </View>
      {isFailed && (
        <View style={styles.deeds}>
          {item.eventId !== null && <AgainButton item={item} eventId={item.eventId} title={title} />}
          <Button
            label={deskWords.leaveOut}
            aria-label={`${deskWords.leaveOut}: ${title}`}
            onPress={() => {
              setLeavingOut(true);
            }}
          />
        </View>
      )}
      {isLeavingOut && (
        <LeaveOutDialog
          item={item}
          title={title}
          onClose={() => {
            setLeavingOut(false);
          }}
        />
      )}
    </View>
  );
}

interface AgainProps {
  readonly item: PendingItem;
  readonly eventId: string;
  readonly title: string;
}

/** A reading goes through its form once more; all else is sent again as it was typed. */
function AgainButton({ item: { content }, eventId, title }: AgainProps) {
  const words = useWords();
  const { deskWords } = words;
  const { client } = usePhone();
  const router = useRouter();
  const say = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const isReading =
    content.kind === 'ENTRY' &&
    (content.eventType === 'PRODUCTION_CREATED' || content.eventType === 'PRODUCTION_UPDATED');
  const label = isReading ? deskWords.enterAgain : deskWords.sendAgain;
  const send = async () => {
    try {
      const trouble = await refusedEntries(client).sendAgain(eventId);
      setProblem(trouble === null ? null : words.formatTrouble(trouble));
      if (trouble === null) say(deskWords.sentAgain);
      await readAgain();
    } catch (error) {
      setProblem(problemSentence(words, error));
    }
  };
  return (
    <>
      {problem !== null && <Notice tone="bad" alert text={problem} />}
      <Button
        kind="PRIMARY"
        label={label}
        aria-label={`${label}: ${title}`}
        onPress={() => {
          if (isReading) router.push({ pathname: '/sync/[eventId]', params: { eventId } });
          else void send();
        }}
      />
    </>
  );
}

const styles = StyleSheet.create({
  row: { borderRadius: RADIUS, borderWidth: 1, padding: 16, gap: 16 },
  line: { flexDirection: 'row', gap: 14, alignItems: 'flex-start' },
  said: { flex: 1, gap: 2 },
  deeds: { gap: GAP },
});
