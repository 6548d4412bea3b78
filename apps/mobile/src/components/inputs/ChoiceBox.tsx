import { Pressable, StyleSheet, View } from 'react-native';
import { BUTTON_HEIGHT, RADIUS, useColours } from '../../lib/theme.tsx';
import { Icon } from '../Icon.tsx';
import { Label, type LabelProps } from './Label.tsx';
import { Words } from '../Words.tsx';

export interface ChoiceBoxProps<Value extends string> extends Omit<LabelProps, 'children'> {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few: all of them are there to be touched. */
export function ChoiceBox<Value extends string>({
  value,
  options,
  onChoose,
  ...label
}: ChoiceBoxProps<Value>) {
  const colours = useColours();
  return (
    <Label {...label}>
      <View role="radiogroup" aria-label={label.label} style={styles.options}>
        {options.map((option) => {
          const isChosen = option.value === value;
          return (
            <Pressable
              key={option.value}
              role="radio"
              aria-checked={isChosen}
              aria-label={option.label}
              onPress={() => {
                onChoose(option.value);
              }}
              style={({ pressed }) => [
                styles.option,
                isChosen
                  ? { backgroundColor: colours['accent-soft'], borderColor: colours.accent, borderWidth: 3 }
                  : {
                      backgroundColor: pressed ? colours.hover : colours.surface,
                      borderColor: label.error === undefined ? colours['line-control'] : colours.bad,
                    },
              ]}
            >
              {isChosen && <Icon name="done" colour="accent-text" size={22} />}
              <Words bold={isChosen} colour={isChosen ? 'accent-text' : 'ink'} style={styles.name}>
                {option.label}
              </Words>
            </Pressable>
          );
        })}
      </View>
    </Label>
  );
}

const styles = StyleSheet.create({
  options: { flexDirection: 'row', flexWrap: 'wrap', gap: 12 },
  option: {
    minHeight: BUTTON_HEIGHT,
    flexGrow: 1,
    maxWidth: '100%',
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 8,
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 16,
    paddingVertical: 8,
  },
  name: { textAlign: 'center', flexShrink: 1 },
});
