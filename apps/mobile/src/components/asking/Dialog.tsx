import type { ReactNode } from 'react';
import { KeyboardAvoidingView, Modal, Platform, ScrollView, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { GAP, useColours, WIDEST } from '../../lib/theme.tsx';
import { Title, Words } from '../Words.tsx';

export interface DialogProps {
  readonly title: string;
  /** Below the title: what it is about. */
  readonly about?: string | undefined;
  /** What can be done, at the thumb. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

const DIM = '#000000aa';

/** Asks something in front of the screen, from the bottom up: there the thumb is. */
export function Dialog({ title, about, actions, onClose, children }: DialogProps) {
  const colours = useColours();
  const insets = useSafeAreaInsets();
  return (
    <Modal transparent animationType="fade" onRequestClose={onClose} aria-label={title}>
      <KeyboardAvoidingView
        behavior={Platform.OS === 'ios' ? 'padding' : undefined}
        style={[styles.behind, { paddingTop: insets.top + GAP }]}
      >
        <View
          style={[
            styles.sheet,
            {
              backgroundColor: colours.canvas,
              borderColor: colours.line,
              paddingBottom: insets.bottom + GAP,
            },
          ]}
        >
          <ScrollView keyboardShouldPersistTaps="handled" contentContainerStyle={styles.scrolled}>
            <View style={styles.head}>
              <Title level={2}>{title}</Title>
              {about !== undefined && <Words colour="ink-muted">{about}</Words>}
            </View>
            {children}
          </ScrollView>
          {actions !== undefined && <View style={styles.actions}>{actions}</View>}
        </View>
      </KeyboardAvoidingView>
    </Modal>
  );
}

const styles = StyleSheet.create({
  behind: { flex: 1, justifyContent: 'flex-end', alignItems: 'center', backgroundColor: DIM },
  sheet: {
    width: '100%',
    maxWidth: WIDEST,
    flexShrink: 1,
    borderTopLeftRadius: 24,
    borderTopRightRadius: 24,
    borderTopWidth: 1,
    paddingTop: GAP,
  },
  scrolled: { paddingHorizontal: GAP, gap: GAP },
  head: { gap: 4 },
  actions: { gap: GAP, paddingHorizontal: GAP, paddingTop: GAP },
});
