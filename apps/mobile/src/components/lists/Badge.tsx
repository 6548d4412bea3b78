import type { ColourName } from '@wellpulse/tokens';
import { StyleSheet, View } from 'react-native';
import { useColours } from '../../lib/theme.tsx';
import { Icon } from '../Icon.tsx';
import type { IconName } from '../icon-shapes.ts';
import { Words } from '../Words.tsx';

export type BadgeTone = 'good' | 'attention' | 'bad' | 'unknown' | 'accent';

const INK: Readonly<Record<BadgeTone, ColourName>> = {
  good: 'good',
  attention: 'attention',
  bad: 'bad',
  unknown: 'unknown',
  accent: 'accent-text',
};

export interface BadgeProps {
  readonly tone: BadgeTone;
  readonly icon: IconName;
  readonly text: string;
}

/** How it stands with something, in a word: sign and tint say the same. */
export function Badge({ tone, icon, text }: BadgeProps) {
  const colours = useColours();
  return (
    <View style={[styles.badge, { backgroundColor: colours[`${tone}-soft`] }]}>
      <Icon name={icon} colour={INK[tone]} size={20} />
      <Words size="base" bold colour={INK[tone]} style={styles.text}>
        {text}
      </Words>
    </View>
  );
}

const styles = StyleSheet.create({
  badge: {
    flexDirection: 'row',
    alignItems: 'center',
    alignSelf: 'flex-start',
    maxWidth: '100%',
    gap: 4,
    borderRadius: 8,
    paddingHorizontal: 8,
    paddingVertical: 4,
  },
  text: { flexShrink: 1 },
});
