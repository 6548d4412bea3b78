import type { ReactNode } from 'react';
import { Pressable, StyleSheet } from 'react-native';
import { BUTTON_HEIGHT, RADIUS, useColours } from '../lib/theme.tsx';

export interface IconButtonProps {
  /** What it does: read aloud. */
  readonly label: string;
  /** Of what it does it, where several have one name: read aloud after that. */
  readonly of?: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
}

export function IconButton({ label, of, icon, onPress }: IconButtonProps) {
  const colours = useColours();
  return (
    <Pressable
      role="button"
      aria-label={label}
      accessibilityHint={of}
      onPress={onPress}
      style={({ pressed }) => [
        styles.button,
        { borderColor: colours.line, backgroundColor: pressed ? colours.hover : colours.surface },
      ]}
    >
      {icon}
    </Pressable>
  );
}

const styles = StyleSheet.create({
  button: {
    width: BUTTON_HEIGHT,
    height: BUTTON_HEIGHT,
    borderRadius: RADIUS,
    borderWidth: 1,
    alignItems: 'center',
    justifyContent: 'center',
  },
});
