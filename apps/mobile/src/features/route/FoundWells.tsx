/** Wells that match what was typed, on the person's route or not. */
import { useDebounced, useWords } from '@wellpulse/forms';
import { findWells } from '@wellpulse/offline';
import { StyleSheet, View } from 'react-native';
import { Onward } from '../../components/lists/Onward.tsx';
import { LinkRow } from '../../components/LinkRow.tsx';
import { Title, Words } from '../../components/Words.tsx';
import { useRead } from '../../lib/reads.ts';
import { GAP } from '../../lib/theme.tsx';

/** So many are found at once; who looks for another types more. */
const MOST = 50;

export function FoundWells({ text }: { readonly text: string }) {
  const { fieldWords, unbroken, wellTexts, wellStatusNames } = useWords();
  const searched = useDebounced(text);
  const wells = useRead(['wells', searched], ({ records }) => findWells(records, searched, MOST));
  if (wells === undefined) return null;
  if (wells.length === 0) return <Title level={2}>{wellTexts.noneMatches}</Title>;
  return (
    <>
      <View role="list" aria-label={fieldWords.findWell} style={styles.list}>
        {wells.map(({ id, name, lease, apiNumber, route, status }) => (
          <View key={id} role="listitem">
            <LinkRow href={{ pathname: '/wells/[wellId]', params: { wellId: id } }}>
              <View style={styles.names}>
                <Words bold>{name}</Words>
                <Words size="base" figures colour="ink-muted">
                  {[lease, unbroken(apiNumber), route, status === 'ACTIVE' ? null : wellStatusNames[status]]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </Words>
              </View>
              <Onward />
            </LinkRow>
          </View>
        ))}
      </View>
      {wells.length === MOST && <Words colour="ink-muted">{fieldWords.moreWells}</Words>}
    </>
  );
}

const styles = StyleSheet.create({
  list: { gap: GAP },
  names: { flex: 1, gap: 2 },
});
