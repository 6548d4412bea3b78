import type { Href } from 'expo-router';
import type { ReactNode } from 'react';
import { StyleSheet, useWindowDimensions, View } from 'react-native';
import { useColours } from '../../lib/theme.tsx';
import { Icon } from '../Icon.tsx';
import { Onward } from './Onward.tsx';
import type { IconName } from '../icon-shapes.ts';
import { LinkRow } from '../LinkRow.tsx';
import { Words } from '../Words.tsx';

export interface WayRowProps {
  readonly href: Href;
  readonly icon?: IconName;
  readonly title: string;
  /** What waits there, or what else is known of it. What is null is left out. */
  readonly below?: string | null | readonly (string | null)[];
  /** Something there needs the person. */
  readonly isUrgent?: boolean;
  /** Below that, such as how it is with an item. */
  readonly children?: ReactNode;
}

/** The way to another screen: its sign, its name and what waits there. */
export function WayRow({ href, icon, title, below = null, isUrgent = false, children }: WayRowProps) {
  const about = [below]
    .flat()
    .filter((part) => part !== null)
    .join(' · ');
  const colours = useColours();
  const { fontScale } = useWindowDimensions();
  return (
    <LinkRow
      href={href}
      style={
        isUrgent && {
          borderColor: colours.attention,
          backgroundColor: colours['attention-soft'],
          borderWidth: 2,
        }
      }
    >
      {icon !== undefined && <Icon name={icon} colour={isUrgent ? 'attention' : 'ink-muted'} />}
      <View style={[styles.said, { flexBasis: ROOM_FOR_A_WORD * fontScale }]}>
        <Words bold>{title}</Words>
        {about !== '' && (
          <Words size="base" figures bold={isUrgent} colour={isUrgent ? 'attention' : 'ink-muted'}>
            {about}
          </Words>
        )}
        {children}
      </View>
      <Onward />
    </LinkRow>
  );
}

/** Words that have less beside the sign stand below it: else they break. */
const ROOM_FOR_A_WORD = 100;

const styles = StyleSheet.create({ said: { flexGrow: 1, flexShrink: 1, gap: 4 } });
