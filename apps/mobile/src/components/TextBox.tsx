import { useState, type ReactNode, type Ref } from 'react';
import { StyleSheet, TextInput, View, type TextInputProps } from 'react-native';
import { BOX_HEIGHT, RADIUS, textSize, useColours } from '../lib/theme.tsx';
import { Words } from './Words.tsx';

export interface TextBoxProps extends Omit<TextInputProps, 'style'> {
  readonly label: string;
  /** Before the label, such as a product's mark. */
  readonly mark?: ReactNode;
  /** Opposite the label, such as yesterday's volume. */
  readonly aside?: string | undefined;
  readonly hint?: string | undefined;
  /** Says what is wrong and what to do. */
  readonly error?: string | undefined;
  /** Accepted, but remarkable: says why. */
  readonly warning?: string | undefined;
  /** Inside of the box, behind the number. */
  readonly unit?: string | undefined;
  readonly ref?: Ref<TextInput>;
}

/** A box for text or a number, with its label, and what is to be said of it. */
export function TextBox({
  label,
  mark,
  aside,
  hint,
  error,
  warning,
  unit,
  multiline,
  ...rest
}: TextBoxProps) {
  const colours = useColours();
  const [isFocused, setFocused] = useState(false);
  const isNumber = unit !== undefined;
  const edge =
    error !== undefined
      ? colours.bad
      : warning !== undefined
        ? colours.attention
        : isFocused
          ? colours.accent
          : colours['line-control'];
  return (
    <View style={styles.field}>
      <View style={styles.row}>
        <View style={styles.label}>
          {mark}
          <Words bold aria-hidden>
            {label}
          </Words>
        </View>
        {aside !== undefined && (
          <Words colour="ink-muted" figures style={styles.aside}>
            {aside}
          </Words>
        )}
      </View>
      <View>
        <TextInput
          {...rest}
          multiline={multiline ?? false}
          aria-label={label}
          aria-invalid={error !== undefined}
          placeholderTextColor={colours['ink-subtle']}
          onFocus={(event) => {
            setFocused(true);
            rest.onFocus?.(event);
          }}
          onBlur={(event) => {
            setFocused(false);
            rest.onBlur?.(event);
          }}
          style={[
            styles.box,
            textSize(isNumber ? 'xl' : 'lg'),
            { color: colours.ink, backgroundColor: colours.surface, borderColor: edge },
            isNumber && styles.number,
            multiline === true && styles.multiline,
            (isFocused || error !== undefined || warning !== undefined) && styles.thick,
          ]}
        />
        {isNumber && (
          <View style={styles.unit} pointerEvents="none">
            <Words colour="ink-muted">{unit}</Words>
          </View>
        )}
      </View>
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
  row: { flexDirection: 'row', alignItems: 'baseline', justifyContent: 'space-between', gap: 12 },
  label: { flexDirection: 'row', alignItems: 'center', gap: 8, flexShrink: 1 },
  aside: { flexShrink: 1, textAlign: 'right' },
  box: {
    minHeight: BOX_HEIGHT + 6,
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 14,
    outlineWidth: 0,
  },
  thick: { borderWidth: 3, paddingHorizontal: 12 },
  number: { textAlign: 'right', paddingRight: 64, fontVariant: ['tabular-nums'], fontWeight: '600' },
  multiline: { minHeight: 2 * BOX_HEIGHT, paddingVertical: 12, textAlignVertical: 'top' },
  unit: { position: 'absolute', right: 16, top: 0, bottom: 0, justifyContent: 'center' },
});
