import { Pressable, StyleSheet, useWindowDimensions, View } from 'react-native';
import { BUTTON_HEIGHT, RADIUS, useColours } from '../../lib/theme.tsx';
import { Words } from '../Words.tsx';

export interface SegmentsProps<Value extends string> {
  /** Read aloud. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of two or three things, all in sight. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  const colours = useColours();
  const { fontScale } = useWindowDimensions();
  return (
    <View
      role="radiogroup"
      aria-label={label}
      style={[styles.track, { borderColor: colours['line-control'], backgroundColor: colours.surface }]}
    >
      {options.map((option) => {
        const isChosen = option.value === value;
        return (
          <Pressable
            key={option.value}
            role="radio"
            aria-checked={isChosen}
            aria-label={option.label}
            onPress={() => {
              onChange(option.value);
            }}
            style={[
              styles.segment,
              { flexBasis: LEAST_WIDTH * fontScale },
              // A browser that forces its colours shows no ground, and shows borders.
              isChosen && { backgroundColor: colours.accent, borderColor: colours.accent, borderWidth: 3 },
            ]}
          >
            <Words bold={isChosen} colour={isChosen ? 'accent-ink' : 'ink'} style={styles.label}>
              {option.label}
            </Words>
          </Pressable>
        );
      })}
    </View>
  );
}

/** Of a segment, in pixels of text that nobody made larger. Segments that have less stand below each other. */
const LEAST_WIDTH = 90;

const styles = StyleSheet.create({
  track: { flexDirection: 'row', flexWrap: 'wrap', borderWidth: 1, borderRadius: RADIUS, overflow: 'hidden' },
  segment: {
    flexGrow: 1,
    flexShrink: 1,
    minHeight: BUTTON_HEIGHT,
    minWidth: BUTTON_HEIGHT,
    alignItems: 'center',
    justifyContent: 'center',
    paddingHorizontal: 12,
    paddingVertical: 8,
  },
  label: { textAlign: 'center', maxWidth: '100%' },
});
