import { StyleSheet, View } from 'react-native';
import { useColours } from '../../lib/theme.tsx';

export interface ProgressProps {
  /** What goes on: read aloud. */
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

/** How far something is. */
export function Progress({ label, value, max }: ProgressProps) {
  const colours = useColours();
  const percent = max === 0 ? 0 : Math.round((100 * value) / max);
  return (
    <View
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      style={[styles.track, { backgroundColor: colours.sunken, borderColor: colours['line-control'] }]}
    >
      <View style={[styles.done, { width: `${percent}%`, backgroundColor: colours.accent }]} />
    </View>
  );
}

const styles = StyleSheet.create({
  track: { height: 14, borderRadius: 7, borderWidth: 1, overflow: 'hidden' },
  done: { height: 12 },
});
