import type { ReactNode } from 'react';
import { StyleSheet, View } from 'react-native';
import { RADIUS, useColours } from '../../lib/theme.tsx';
import { Title, Words } from '../Words.tsx';

export interface CardProps {
  readonly title?: string;
  /** Below the title: what it is for. */
  readonly about?: string;
  readonly children?: ReactNode;
}

/** What belongs together on a screen, in a box. */
export function Card({ title, about, children }: CardProps) {
  const colours = useColours();
  return (
    <View
      role={title === undefined ? undefined : 'group'}
      aria-label={title}
      style={[styles.card, { borderColor: colours.line, backgroundColor: colours.surface }]}
    >
      {title !== undefined && <Title level={2}>{title}</Title>}
      {about !== undefined && <Words colour="ink-muted">{about}</Words>}
      {children}
    </View>
  );
}

const styles = StyleSheet.create({ card: { borderWidth: 1, borderRadius: RADIUS, padding: 16, gap: 14 } });
