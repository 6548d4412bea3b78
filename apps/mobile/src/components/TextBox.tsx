import { useState, type ReactNode, type Ref } from 'react';
import { StyleSheet, View, type TextInput, type TextInputProps } from 'react-native';
import { BOX_HEIGHT, RADIUS, textSize, useColours } from '../lib/theme.tsx';
import { Input } from './inputs/Input.tsx';
import { Label, type LabelProps } from './inputs/Label.tsx';
import { Words } from './Words.tsx';

export interface TextBoxProps extends Omit<TextInputProps, 'style'>, Omit<LabelProps, 'children'> {
  /** Inside of the box, behind the number. */
  readonly unit?: string | undefined;
  /** Beside the box, such as a button. */
  readonly beside?: ReactNode;
  readonly ref?: Ref<TextInput>;
}

/** A box for text or a number, with its label, and what is to be said of it. */
export function TextBox({
  label,
  mark,
  aside,
  isOptional,
  hint,
  error,
  warning,
  unit,
  beside,
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
    <Label
      label={label}
      mark={mark}
      aside={aside}
      isOptional={isOptional ?? false}
      hint={hint}
      warning={warning}
      error={error}
    >
      <View style={beside !== undefined && styles.row}>
        <Input
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
            beside !== undefined && styles.shared,
            (isFocused || error !== undefined || warning !== undefined) && styles.thick,
          ]}
        />
        {isNumber && (
          <View style={styles.unit} pointerEvents="none">
            <Words colour="ink-muted">{unit}</Words>
          </View>
        )}
        {beside}
      </View>
    </Label>
  );
}

const styles = StyleSheet.create({
  row: { flexDirection: 'row', alignItems: 'center', gap: 8 },
  shared: { flex: 1, minWidth: 0 },
  box: {
    minHeight: BOX_HEIGHT + 6,
    borderRadius: RADIUS,
    borderWidth: 1,
    paddingHorizontal: 14,
    outlineWidth: 0,
  },
  thick: { borderWidth: 3, paddingHorizontal: 12 },
  number: { textAlign: 'right', paddingRight: 68, fontVariant: ['tabular-nums'], fontWeight: '600' },
  multiline: { minHeight: 2 * BOX_HEIGHT, paddingVertical: 12, textAlignVertical: 'top' },
  unit: { position: 'absolute', right: 14, top: 0, bottom: 0, justifyContent: 'center' },
});
