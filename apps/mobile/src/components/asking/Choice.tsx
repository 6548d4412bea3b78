import { useWords } from '@wellpulse/forms';
import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import { BUTTON_HEIGHT, GAP, RADIUS, useColours } from '../../lib/theme.tsx';
import { Button } from '../Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Icon } from '../Icon.tsx';
import { Words } from '../Words.tsx';

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of several things: a box that opens them in front of the screen. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const { controlTexts } = useWords();
  const colours = useColours();
  const [isOpen, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  return (
    <View style={styles.field}>
      <Words bold aria-hidden>
        {label}
      </Words>
      <Pressable
        role="button"
        aria-label={`${label}: ${chosen}`}
        aria-expanded={isOpen}
        onPress={() => {
          setOpen(true);
        }}
        style={[styles.box, { backgroundColor: colours.surface, borderColor: colours['line-control'] }]}
      >
        <Words style={styles.chosen} numberOfLines={1}>
          {chosen}
        </Words>
        <Icon name="more" colour="ink-muted" />
      </Pressable>
      {isOpen && (
        <Dialog
          title={label}
          onClose={() => {
            setOpen(false);
          }}
          actions={
            <Button
              label={controlTexts.cancel}
              onPress={() => {
                setOpen(false);
              }}
            />
          }
        >
          <View role="radiogroup" aria-label={label} style={styles.options}>
            {options.map((option) => (
              <OptionRow
                key={option.value}
                label={option.label}
                isChosen={option.value === value}
                onPress={() => {
                  setOpen(false);
                  onChange(option.value);
                }}
              />
            ))}
          </View>
        </Dialog>
      )}
    </View>
  );
}

export interface OptionRowProps {
  readonly label: string;
  /** Opposite the label. */
  readonly aside?: string | undefined;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

/** One of the things that can be chosen: a ring that is filled, and a thicker edge. */
export function OptionRow({ label, aside, isChosen, onPress }: OptionRowProps) {
  const colours = useColours();
  return (
    <Pressable
      role="radio"
      aria-checked={isChosen}
      aria-label={aside === undefined ? label : `${label} ${aside}`}
      onPress={onPress}
      style={({ pressed }) => [
        styles.option,
        isChosen
          ? { borderColor: colours.accent, borderWidth: 3, backgroundColor: colours['accent-soft'] }
          : { borderColor: colours.line, backgroundColor: pressed ? colours.hover : colours.surface },
      ]}
    >
      <View style={[styles.ring, { borderColor: isChosen ? colours.accent : colours['line-control'] }]}>
        {isChosen && <View style={[styles.dot, { backgroundColor: colours.accent }]} />}
      </View>
      <Words bold={isChosen} style={styles.chosen}>
        {label}
      </Words>
      {aside !== undefined && (
        <Words bold figures>
          {aside}
        </Words>
      )}
    </Pressable>
  );
}

const styles = StyleSheet.create({
  field: { gap: 6 },
  box: {
    minHeight: BUTTON_HEIGHT,
    flexDirection: 'row',
    alignItems: 'center',
    gap: 12,
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 14,
  },
  chosen: { flex: 1 },
  options: { gap: GAP },
  option: {
    minHeight: BUTTON_HEIGHT,
    flexDirection: 'row',
    alignItems: 'center',
    gap: 14,
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 16,
    paddingVertical: 8,
  },
  ring: {
    width: 24,
    height: 24,
    borderRadius: 12,
    borderWidth: 2,
    alignItems: 'center',
    justifyContent: 'center',
  },
  dot: { width: 12, height: 12, borderRadius: 6 },
});
