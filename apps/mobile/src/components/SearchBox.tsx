import type { Ref } from 'react';
import { StyleSheet, View, type TextInput } from 'react-native';
import { BOX_HEIGHT, RADIUS, textSize, useColours } from '../lib/theme.tsx';
import { Input } from './inputs/Input.tsx';
import { Icon } from './Icon.tsx';
import { Words } from './Words.tsx';

export interface SearchBoxProps {
  readonly label: string;
  /** What can be typed. */
  readonly hint: string;
  readonly value: string;
  readonly onChangeText: (text: string) => void;
  readonly ref?: Ref<TextInput>;
}

/** Where a person types what they look for. */
export function SearchBox({ label, hint, ...rest }: SearchBoxProps) {
  const colours = useColours();
  return (
    <View style={styles.field}>
      <Input
        {...rest}
        inputMode="search"
        aria-label={label}
        placeholder={label}
        placeholderTextColor={colours['ink-muted']}
        autoCorrect={false}
        autoComplete="off"
        clearButtonMode="while-editing"
        returnKeyType="search"
        style={[
          styles.box,
          textSize('lg'),
          { color: colours.ink, backgroundColor: colours.surface, borderColor: colours['line-control'] },
        ]}
      />
      <View style={styles.sign} pointerEvents="none">
        <Icon name="search" colour="ink-muted" />
      </View>
      <Words size="base" colour="ink-muted">
        {hint}
      </Words>
    </View>
  );
}

const styles = StyleSheet.create({
  field: { gap: 6 },
  box: { minHeight: BOX_HEIGHT + 6, borderRadius: RADIUS, borderWidth: 1, paddingLeft: 52, paddingRight: 14 },
  sign: { position: 'absolute', left: 14, top: 0, height: BOX_HEIGHT + 6, justifyContent: 'center' },
});
