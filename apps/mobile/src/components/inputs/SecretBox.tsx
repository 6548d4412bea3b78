import { useWords } from '@wellpulse/forms';
import { useState } from 'react';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { TextBox, type TextBoxProps } from '../TextBox.tsx';

/** A box for a password, a PIN or a passphrase. Nobody sees what is typed, unless whoever types it wants to see a slip (ADR 125). */
export function SecretBox(props: TextBoxProps) {
  const { controlTexts } = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <TextBox
      {...props}
      secureTextEntry={!isShown}
      autoCapitalize="none"
      autoCorrect={false}
      spellCheck={false}
      beside={
        <IconButton
          label={isShown ? controlTexts.hideTyped : controlTexts.showTyped}
          of={props.label}
          icon={<Icon name={isShown ? 'hide' : 'show'} />}
          onPress={() => {
            setShown(!isShown);
          }}
        />
      }
    />
  );
}
