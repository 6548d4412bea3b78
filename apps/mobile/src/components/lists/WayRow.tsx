import type { Href } from 'expo-router';
import { StyleSheet, View } from 'react-native';
import { useColours } from '../../lib/theme.tsx';
import { Icon } from '../Icon.tsx';
import type { IconName } from '../icon-shapes.ts';
import { LinkRow } from '../LinkRow.tsx';
import { Words } from '../Words.tsx';

export interface WayRowProps {
  readonly href: Href;
  readonly icon: IconName;
  readonly title: string;
  /** What waits there; null for nothing. */
  readonly below?: string | null;
  /** Something there needs the person. */
  readonly isUrgent?: boolean;
}

/** The way to another screen: its sign, its name and what waits there. */
export function WayRow({ href, icon, title, below = null, isUrgent = false }: WayRowProps) {
  const colours = useColours();
  return (
    <LinkRow
      href={href}
      label={below === null ? title : `${title}: ${below}`}
      style={
        isUrgent && {
          borderColor: colours.attention,
          backgroundColor: colours['attention-soft'],
          borderWidth: 2,
        }
      }
    >
      <Icon name={icon} colour={isUrgent ? 'attention' : 'ink-muted'} />
      <View style={styles.said}>
        <Words bold>{title}</Words>
        {below !== null && (
          <Words size="base" bold={isUrgent} colour={isUrgent ? 'attention' : 'ink-muted'}>
            {below}
          </Words>
        )}
      </View>
      <Icon name="next" colour="ink-muted" />
    </LinkRow>
  );
}

const styles = StyleSheet.create({ said: { flex: 1, gap: 2 } });
