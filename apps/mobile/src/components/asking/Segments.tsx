import { Pressable, StyleSheet, View } from 'react-native';
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
            style={[styles.segment, isChosen && { backgroundColor: colours.accent }]}
          >
            <Words bold={isChosen} colour={isChosen ? 'accent-ink' : 'ink'}>
              {option.label}
            </Words>
          </Pressable>
        );
      })}
    </View>
  );
}

const styles = StyleSheet.create({
  track: { flexDirection: 'row', borderWidth: 1, borderRadius: RADIUS, overflow: 'hidden' },
  segment: {
    flex: 1,
    minHeight: BUTTON_HEIGHT,
    minWidth: BUTTON_HEIGHT,
    alignItems: 'center',
    justifyContent: 'center',
    paddingHorizontal: 12,
  },
});
