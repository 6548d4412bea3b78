/** The lines that are left of what the office has had for six months. */
import { useWords } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { MoreButton } from '../../components/lists/MoreButton.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { useSession } from '../../lib/session.tsx';
import { usePages } from '../../lib/use-pages.ts';

export function OlderEntries() {
  const { deskWords, formatInstant } = useWords();
  const { company } = useSession();
  const pages = usePages(['archived'], ({ events }, after) => events.archived().page({ after, limit: 50 }));
  if (pages.items === undefined || pages.items.length === 0) return null;
  return (
    <View style={styles.list}>
      <Title level={2}>{deskWords.older}</Title>
      <Words colour="ink-muted">{deskWords.olderHint}</Words>
      {pages.items.map((line) => (
        <Words key={line.eventId} size="base" figures>
          {[
            deskWords.entryNumber(line.deviceSequence),
            deskWords.entryStatusNames[line.status],
            formatInstant(line.settledAt, company.timeZone),
          ].join(' · ')}
        </Words>
      ))}
      <MoreButton {...pages} />
    </View>
  );
}

const styles = StyleSheet.create({ list: { gap: 10 } });
