import type { ColourName } from '@wellpulse/tokens';
import { StyleSheet, View } from 'react-native';
import { GAP } from '../../lib/theme.tsx';
import { Icon } from '../Icon.tsx';
import type { IconName } from '../icon-shapes.ts';
import { Title, Words } from '../Words.tsx';

export interface EmptyProps {
  readonly icon: IconName;
  readonly colour?: ColourName;
  readonly title: string;
  readonly about?: string | undefined;
}

/** Says in place of a list why nothing is in it. */
export function Empty({ icon, colour = 'ink-subtle', title, about }: EmptyProps) {
  return (
    <View style={styles.empty}>
      <Icon name={icon} colour={colour} size={48} />
      <Title level={2} style={styles.centred}>
        {title}
      </Title>
      {about !== undefined && (
        <Words colour="ink-muted" style={styles.centred}>
          {about}
        </Words>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  empty: { alignItems: 'center', gap: 8, paddingVertical: 2 * GAP },
  centred: { textAlign: 'center' },
});
