import type { ReactNode, Ref } from 'react';
import { StyleSheet, View } from 'react-native';
import { RADIUS, useColours } from '../lib/theme.tsx';
import { Words } from './Words.tsx';

export type Tone = 'bad' | 'attention' | 'good' | 'unknown';

export interface NoticeProps {
  readonly tone?: Tone;
  /** Read aloud at once. */
  readonly alert?: boolean;
  readonly text: string;
  readonly ref?: Ref<View>;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** A sentence that stands out, and what can be done about it. */
export function Notice({ tone = 'attention', alert = false, text, ref, children }: NoticeProps) {
  const colours = useColours();
  return (
    <View
      ref={ref}
      role={alert ? 'alert' : undefined}
      style={[styles.notice, { backgroundColor: colours[`${tone}-soft`], borderColor: colours[tone] }]}
    >
      <Words colour={tone} bold>
        {text}
      </Words>
      {children}
    </View>
  );
}

const styles = StyleSheet.create({
  notice: { borderRadius: RADIUS, borderLeftWidth: 6, padding: 14, gap: 14 },
});
