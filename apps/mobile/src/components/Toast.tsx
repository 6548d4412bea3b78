import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';
import { StyleSheet, useWindowDimensions, View } from 'react-native';
import { useSafeAreaInsets } from 'react-native-safe-area-context';
import { GAP, RADIUS, useColours, WIDEST } from '../lib/theme.tsx';
import { Icon } from './Icon.tsx';
import { Words } from './Words.tsx';

const SHOWN_MS = 3500;

const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Says for a moment what has been done. */
export const useToast = (): ((text: string) => void) => use(ToastContext);

interface Said {
  readonly text: string;
}

/** Shows what was done above whatever screen comes next. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const colours = useColours();
  const insets = useSafeAreaInsets();
  const { fontScale } = useWindowDimensions();
  const [said, setSaid] = useState<Said | null>(null);
  const say = useCallback((text: string) => {
    setSaid({ text });
  }, []);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => {
      setSaid(null);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);
  return (
    <ToastContext value={say}>
      {children}
      <View style={[styles.place, { top: insets.top + 4 }]} pointerEvents="none" aria-live="polite">
        {said !== null && (
          <View style={[styles.toast, { backgroundColor: colours.good, borderColor: colours.good }]}>
            <Icon name="done" colour="surface" />
            <Words
              bold
              colour="surface"
              size="base"
              style={[styles.text, { flexBasis: ROOM_FOR_A_WORD * fontScale }]}
            >
              {said.text}
            </Words>
          </View>
        )}
      </View>
    </ToastContext>
  );
}

/** A text that has less beside the tick stands below it: else its words break. */
const ROOM_FOR_A_WORD = 100;

const styles = StyleSheet.create({
  place: { position: 'absolute', left: 0, right: 0, alignItems: 'center', paddingHorizontal: GAP },
  toast: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    minHeight: 52,
    maxWidth: WIDEST,
    width: '100%',
    borderRadius: RADIUS,
    // A browser that forces its colours shows no ground, and shows borders.
    borderWidth: 2,
    paddingHorizontal: 18,
    paddingVertical: 8,
  },
  text: { flexGrow: 1, flexShrink: 1 },
});
