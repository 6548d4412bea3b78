import type { ReactNode } from 'react';
import { KeyboardAvoidingView, Platform, ScrollView, StyleSheet, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { GAP, useColours, WIDEST } from '../lib/theme.tsx';

export interface ScreenProps {
  /** Above what scrolls. */
  readonly top?: ReactNode;
  /** Below what scrolls, at the thumb. */
  readonly bottom?: ReactNode;
  readonly children: ReactNode;
}

/** One screen: what scrolls, and what is always there. */
export function Screen({ top, bottom, children }: ScreenProps) {
  const colours = useColours();
  const insets = useSafeAreaInsets();
  return (
    <KeyboardAvoidingView
      behavior={Platform.OS === 'ios' ? 'padding' : undefined}
      style={[styles.screen, { backgroundColor: colours.canvas, paddingTop: insets.top }]}
    >
      {top}
      <ScrollView keyboardShouldPersistTaps="handled" contentContainerStyle={styles.scrolled} role="main">
        <View style={styles.column}>{children}</View>
      </ScrollView>
      {bottom !== undefined && (
        <View
          style={[
            styles.bottom,
            {
              borderTopColor: colours.line,
              backgroundColor: colours.surface,
              paddingBottom: Math.max(insets.bottom, 12),
            },
          ]}
        >
          <View style={[styles.column, styles.row]}>{bottom}</View>
        </View>
      )}
    </KeyboardAvoidingView>
  );
}

const styles = StyleSheet.create({
  screen: { flex: 1 },
  scrolled: { flexGrow: 1, alignItems: 'center', padding: GAP },
  column: { width: '100%', maxWidth: WIDEST, gap: GAP },
  bottom: { alignItems: 'center', borderTopWidth: 1, paddingHorizontal: GAP, paddingTop: 12 },
  row: { flexDirection: 'row', flexWrap: 'wrap' },
});
