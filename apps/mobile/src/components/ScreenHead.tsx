import { useWords } from '@wellpulse/forms';
import { useRouter } from 'expo-router';
import { StyleSheet, useWindowDimensions, View } from 'react-native';
import { Title, Words } from './Words.tsx';
import { IconButton } from './IconButton.tsx';
import { Icon } from './Icon.tsx';

export interface ScreenHeadProps {
  readonly title: string;
  /** Said below the title. What is null is left out. */
  readonly below?: string | null | readonly (string | null)[];
}

/** The name of a screen, and the way back. */
export function ScreenHead({ title, below = null }: ScreenHeadProps) {
  const router = useRouter();
  const { fontScale } = useWindowDimensions();
  const { deskWords } = useWords();
  const lines = [below].flat().filter((part) => part !== null);
  return (
    <View style={styles.head}>
      <IconButton
        label={deskWords.back}
        icon={<Icon name="back" />}
        onPress={() => {
          if (router.canGoBack()) router.back();
          else router.replace('/');
        }}
      />
      <View style={[styles.names, { flexBasis: ROOM_FOR_A_WORD * fontScale }]}>
        <Title>{title}</Title>
        {lines.length > 0 && <Words colour="ink-muted">{lines.join(' · ')}</Words>}
      </View>
    </View>
  );
}

/** A title that has less beside the button stands below it: else its words break. */
const ROOM_FOR_A_WORD = 170;

const styles = StyleSheet.create({
  head: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: 14 },
  names: { flexGrow: 1, flexShrink: 1, gap: 2 },
});
