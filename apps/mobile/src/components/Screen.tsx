import { useMemo, useRef, type ReactNode } from 'react';
import {
  KeyboardAvoidingView,
  Platform,
  ScrollView,
  StyleSheet,
  useWindowDimensions,
  View,
  type ScaledSize,
} from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { ScrolledContext } from './shown.tsx';
import { GAP, NARROW, useColours, useIsNarrow, WIDEST } from '../lib/theme.tsx';

export interface ScreenProps {
  /** Above what scrolls. */
  readonly top?: ReactNode;
  /** At the thumb: below what scrolls, or beside it on a phone that lies on its side. */
  readonly bottom?: ReactNode;
  readonly children: ReactNode;
}

/** One screen: what scrolls, and what is always there. */
export function Screen({ top, bottom, children }: ScreenProps) {
  const colours = useColours();
  const insets = useSafeAreaInsets();
  const size = useWindowDimensions();
  const isNarrow = useIsNarrow();
  const scroll = useRef<ScrollView>(null);
  const column = useRef<View>(null);
  const scrolled = useMemo(() => ({ scroll, column }), []);
  const place = bottom === undefined ? null : placeOfBottom(size);
  return (
    <KeyboardAvoidingView
      behavior={Platform.OS === 'ios' ? 'padding' : undefined}
      style={[styles.screen, { backgroundColor: colours.canvas, paddingTop: insets.top }]}
    >
      {top}
      <View style={[styles.parts, place === 'BESIDE' && styles.row]}>
        <ScrollView
          ref={scroll}
          keyboardShouldPersistTaps="handled"
          contentContainerStyle={[styles.scrolled, isNarrow && styles.narrow]}
          style={styles.scroll}
          role="main"
        >
          <View ref={column} style={styles.column}>
            <ScrolledContext value={scrolled}>{children}</ScrolledContext>
            {place === 'AT_END' && <View style={[styles.row, styles.wraps]}>{bottom}</View>}
          </View>
        </ScrollView>
        {place === 'BESIDE' && (
          <View style={[styles.beside, { borderLeftColor: colours.line, backgroundColor: colours.surface }]}>
            <ScrollView contentContainerStyle={styles.rail}>{bottom}</ScrollView>
          </View>
        )}
        {place === 'BELOW' && (
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
            <View style={[styles.column, styles.row, styles.wraps]}>{bottom}</View>
          </View>
        )}
      </View>
    </KeyboardAvoidingView>
  );
}

type Place = 'BELOW' | 'BESIDE' | 'AT_END';

/** In pixels of text that nobody made larger. */
const LOW = 480;

/** What is always there must leave room to read. A phone on its side has little below, and large text leaves little anywhere. */
function placeOfBottom({ width, height, fontScale }: ScaledSize): Place {
  if (width > height && height < LOW * fontScale) return 'BESIDE';
  return width < NARROW * fontScale ? 'AT_END' : 'BELOW';
}

const styles = StyleSheet.create({
  screen: { flex: 1 },
  parts: { flex: 1 },
  scroll: { flex: 1 },
  scrolled: { flexGrow: 1, alignItems: 'center', padding: GAP },
  narrow: { paddingHorizontal: 12 },
  column: { width: '100%', maxWidth: WIDEST, gap: GAP },
  bottom: { alignItems: 'center', borderTopWidth: 1, paddingHorizontal: GAP, paddingTop: 12 },
  row: { flexDirection: 'row' },
  wraps: { flexWrap: 'wrap' },
  beside: { width: '28%', minWidth: 160, maxWidth: 220, borderLeftWidth: 1 },
  rail: { flexDirection: 'row', flexWrap: 'wrap', padding: 12 },
});
