import { useWords } from '@wellpulse/forms';
import type { ReactNode } from 'react';
import { StyleSheet, View } from 'react-native';
import { Words } from '../Words.tsx';

export interface LabelProps {
  readonly label: string;
  readonly isOptional?: boolean;
  readonly hint?: string | undefined;
  /** Says what is wrong and what to do. */
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** The name of what is chosen, and what is to be said of it. A `TextBox` has its own. */
export function Label({ label, isOptional = false, hint, error, children }: LabelProps) {
  const { controlTexts } = useWords();
  return (
    <View style={styles.field}>
      <View style={styles.row}>
        <Words bold aria-hidden style={styles.label}>
          {label}
        </Words>
        {isOptional && <Words colour="ink-muted">{controlTexts.optional}</Words>}
      </View>
      {children}
      {hint !== undefined && error === undefined && (
        <Words size="base" colour="ink-muted">
          {hint}
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
  row: { flexDirection: 'row', alignItems: 'baseline', justifyContent: 'space-between', gap: 12 },
  label: { flexShrink: 1 },
});
