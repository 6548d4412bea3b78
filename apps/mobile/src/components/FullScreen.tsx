import type { ReactNode } from 'react';
import { Modal, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { useWords } from '@wellpulse/forms';
import { GAP, useColours } from '../lib/theme.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { Title, Words } from './Words.tsx';

export interface FullScreenProps {
  readonly title: string;
  /** Below the title, such as "2 of 3". */
  readonly below?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What needs the whole screen for a while, such as a photo. It lies in front of everything else. */
export function FullScreen({ title, below, onClose, children }: FullScreenProps) {
  const { controlTexts } = useWords();
  const colours = useColours();
  const insets = useSafeAreaInsets();
  return (
    <Modal visible animationType="none" onRequestClose={onClose}>
      <View
        style={[
          styles.screen,
          {
            backgroundColor: colours.canvas,
            paddingTop: insets.top + 12,
            paddingBottom: Math.max(insets.bottom, 12),
          },
        ]}
      >
        <View style={styles.head}>
          <View style={styles.names}>
            <Title>{title}</Title>
            {below !== undefined && (
              <Words colour="ink-muted" figures>
                {below}
              </Words>
            )}
          </View>
          <IconButton label={controlTexts.close} icon={<Icon name="close" />} onPress={onClose} />
        </View>
        {children}
      </View>
    </Modal>
  );
}

const styles = StyleSheet.create({
  screen: { flex: 1, paddingHorizontal: GAP, gap: GAP },
  head: { flexDirection: 'row', alignItems: 'center', gap: 14 },
  names: { flex: 1 },
});
