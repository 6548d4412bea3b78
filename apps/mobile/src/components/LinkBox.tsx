import { useRouter, type Href } from 'expo-router';
import type { ReactNode } from 'react';
import { Pressable, type StyleProp, type ViewStyle } from 'react-native';
import { useColours } from '../lib/theme.tsx';

export interface LinkBoxProps {
  readonly href: Href;
  /** Read aloud in place of what it holds. */
  readonly label?: string;
  /** The screen takes this one's place: there is no way back to it. */
  readonly replaces?: boolean;
  /** It leads to the screen on which it stands. */
  readonly isHere?: boolean;
  readonly style: StyleProp<ViewStyle>;
  readonly children: ReactNode;
}

/**
 * Leads to another screen. It is no anchor of a page: that could be opened in a second tab, and one tab has the data.
 */
export function LinkBox({ href, label, replaces = false, isHere = false, style, children }: LinkBoxProps) {
  const router = useRouter();
  const colours = useColours();
  return (
    <Pressable
      role="link"
      aria-label={label}
      aria-current={isHere ? 'page' : undefined}
      onPress={() => {
        if (replaces) router.replace(href);
        else router.push(href);
      }}
      style={({ pressed }) => [style, pressed && { backgroundColor: colours.hover }]}
    >
      {children}
    </Pressable>
  );
}
