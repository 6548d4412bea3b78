import type { Ref } from 'react';
import { TextInput, type TextInputProps } from 'react-native';
import { useTouched } from '../../lib/auto-lock.tsx';
import { selectAll, selectsByItself } from '../../native/screen/select-all';

export interface InputProps extends TextInputProps {
  readonly ref?: Ref<TextInput>;
}

/** What somebody types into. Each key keeps the phone open. */
export function Input({ onChangeText, onFocus, selectTextOnFocus = false, ...rest }: InputProps) {
  const touched = useTouched();
  return (
    <TextInput
      {...rest}
      selectTextOnFocus={selectTextOnFocus && selectsByItself}
      onFocus={(event) => {
        if (selectTextOnFocus) selectAll(event.target);
        onFocus?.(event);
      }}
      onChangeText={(text) => {
        touched();
        onChangeText?.(text);
      }}
    />
  );
}
