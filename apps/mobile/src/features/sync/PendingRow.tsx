/** One line of what waits: what it is, what is in its way, and what its person can do. */
import { useWords } from '@wellpulse/forms';
import type { PendingItem } from '@wellpulse/offline';
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { useToast } from '../../components/Toast.tsx';
import { Words } from '../../components/Words.tsx';
import { usePhone } from '../../lib/phone-context.tsx';
import { readAgain } from '../../lib/reads.ts';
import { RADIUS, useColours } from '../../lib/theme.tsx';

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
            <Words size="base" colour="ink-muted">
              {deskWords.tries(item.retryCount)}
            </Words>
          )}
        </View>
      </View>
      {isFailed && !isLeavingOut && (
        <Button
          label={deskWords.leaveOut}
          onPress={() => {
            setLeavingOut(true);
          }}
        />
      )}
      {isLeavingOut && (
        <LeaveOut
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

interface LeaveOutProps {
  readonly item: PendingItem;
  readonly title: string;
  readonly onClose: () => void;
}

/** Gives up what the office refused, with the person's reason. It stays in the log. */
function LeaveOut({ item, title, onClose }: LeaveOutProps) {
  const { controlTexts, deskWords } = useWords();
  const { client } = usePhone();
  const say = useToast();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const leaveOut = async () => {
    const given = reason.trim();
    if (given === '') {
      setMissing(true);
      return;
    }
    if (item.eventId !== null) await client.skip(item.eventId, given);
    else if (item.photoId !== null) await client.skipPhoto(item.photoId, given);
    say(`${deskWords.leftOut}: ${title}`);
    await readAgain();
    onClose();
  };
  return (
    <>
      <TextBox
        label={deskWords.reason}
        hint={deskWords.leaveOutHint}
        error={isMissing ? deskWords.reasonMissing : undefined}
        value={reason}
        autoFocus
        onChangeText={(text) => {
          setReason(text);
          setMissing(false);
        }}
      />
      <Button kind="DANGER" label={deskWords.leaveOut} onPress={() => void leaveOut()} />
      <Button label={controlTexts.cancel} onPress={onClose} />
    </>
  );
}

const styles = StyleSheet.create({
  row: { borderRadius: RADIUS, borderWidth: 1, padding: 16, gap: 16 },
  line: { flexDirection: 'row', gap: 14, alignItems: 'flex-start' },
  said: { flex: 1, gap: 2 },
});
