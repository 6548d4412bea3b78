import type { Ref } from 'react';
import { TextInput, type TextInputProps } from 'react-native';
import { useTouched } from '../../lib/auto-lock.tsx';

export interface InputProps extends TextInputProps {
  readonly ref?: Ref<TextInput>;
}

/** What somebody types into. Each key keeps the phone open. */
export function Input({ onChangeText, ...rest }: InputProps) {
  const touched = useTouched();
  return (
    <TextInput
      {...rest}
      onChangeText={(text) => {
        touched();
        onChangeText?.(text);
      }}
    />
  );
}
