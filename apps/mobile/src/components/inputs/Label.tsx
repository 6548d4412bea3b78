import { useWords } from '@wellpulse/forms';
import type { ReactNode } from 'react';
import { StyleSheet, View } from 'react-native';
import { Words } from '../Words.tsx';

export interface LabelProps {
  readonly label: string;
  /** Before the label, such as a product's mark. */
  readonly mark?: ReactNode;
  /** Opposite the label, such as yesterday's volume. */
  readonly aside?: string | undefined;
  /** Says so opposite the label. */
  readonly isOptional?: boolean;
  readonly hint?: string | undefined;
  /** Accepted, but remarkable: says why. */
  readonly warning?: string | undefined;
  /** Says what is wrong and what to do. */
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** The name of what is typed or chosen, and what is to be said of it. */
export function Label({
  label,
  mark,
  aside,
  isOptional = false,
  hint,
  warning,
  error,
  children,
}: LabelProps) {
  const { controlTexts } = useWords();
  const opposite = isOptional ? controlTexts.optional : aside;
  return (
    <View style={styles.field}>
      <View style={styles.row}>
        <View style={styles.label}>
          {mark}
          <Words bold aria-hidden style={styles.name}>
            {label}
          </Words>
        </View>
        {opposite !== undefined && (
          <Words colour="ink-muted" figures style={styles.aside}>
            {opposite}
          </Words>
        )}
      </View>
      {children}
      {hint !== undefined && error === undefined && (
        <Words size="base" colour="ink-muted">
          {hint}
        </Words>
      )}
      {warning !== undefined && error === undefined && (
        <Words size="base" colour="attention" bold role="status">
          {warning}
        </Words>
      )}
      {error !== undefined && (
        <Words size="base" colour="bad" bold role="alert">
          {error}
        </Words>
      )}
    </View>
  );
}

const styles = StyleSheet.create({
  field: { gap: 6 },
  row: {
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: 12,
  },
  label: { flexDirection: 'row', alignItems: 'center', gap: 8, flexShrink: 1, maxWidth: '100%' },
  name: { flexShrink: 1 },
  aside: { flexShrink: 1, textAlign: 'right' },
});
