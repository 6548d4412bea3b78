import type { ReactNode } from 'react';
import { ActivityIndicator, Pressable, StyleSheet, View, type PressableProps } from 'react-native';
import { BUTTON_HEIGHT, RADIUS, useColours } from '../lib/theme.tsx';
import { Words } from './Words.tsx';

export interface ButtonProps extends Omit<PressableProps, 'children' | 'style'> {
  readonly label: string;
  /** `PRIMARY`: the one thing that most people do here next. */
  readonly kind?: 'PRIMARY' | 'PLAIN' | 'DANGER';
  readonly icon?: ReactNode;
  /** Something is under way: it can't be pressed again meanwhile. */
  readonly busy?: boolean;
  /** Takes all the room that its row has. */
  readonly wide?: boolean;
}

/** A button for a thumb in a glove. */
export function Button({
  label,
  kind = 'PLAIN',
  icon,
  busy = false,
  wide = false,
  disabled,
  ...rest
}: ButtonProps) {
  const colours = useColours();
  const isFilled = kind !== 'PLAIN';
  const fill = kind === 'DANGER' ? colours['bad-solid'] : colours.accent;
  const isOff = busy || disabled === true;
  return (
    <Pressable
      role="button"
      aria-label={label}
      aria-busy={busy}
      disabled={isOff}
      {...rest}
      style={({ pressed }) => [
        styles.button,
        wide && styles.wide,
        isFilled
          ? {
              backgroundColor: pressed && kind === 'PRIMARY' ? colours['accent-hover'] : fill,
              borderColor: fill,
            }
          : {
              backgroundColor: pressed ? colours.hover : colours.surface,
              borderColor: colours['line-control'],
            },
        (isOff || (pressed && kind === 'DANGER')) && styles.off,
      ]}
    >
      <View style={styles.inside}>
        {busy ? <ActivityIndicator color={isFilled ? colours['accent-ink'] : colours.ink} /> : icon}
        <Words bold colour={isFilled ? 'accent-ink' : 'ink'} style={styles.label}>
          {label}
        </Words>
      </View>
    </Pressable>
  );
}

const styles = StyleSheet.create({
  button: {
    minHeight: BUTTON_HEIGHT,
    minWidth: BUTTON_HEIGHT,
    maxWidth: '100%',
    borderRadius: RADIUS,
    borderWidth: 2,
    justifyContent: 'center',
    paddingHorizontal: 18,
    paddingVertical: 8,
  },
  wide: { flexGrow: 1 },
  inside: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'center', gap: 10 },
  label: { flexShrink: 1, textAlign: 'center' },
  off: { opacity: 0.6 },
});
