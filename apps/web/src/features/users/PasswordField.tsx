'use client';

import { Field, IconButton, Input } from '@wellpulse/ui';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { office } from '../../lib/language.ts';

const texts = office.users;

export interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

/** A password that is set for somebody else, and has to be told to them: it can be shown. */
export function PasswordField({ label, value, onValueChange, error, autoFocus }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field label={label} required error={error} hint={texts.passwordHint}>
      <Input
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => {
          onValueChange(event.target.value);
        }}
        trailing={
          <IconButton
            label={isShown ? texts.hidePassword : texts.showPassword}
            size="sm"
            tooltip={false}
            className="-mr-2"
            onClick={() => {
              setIsShown(!isShown);
            }}
          >
            {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </IconButton>
        }
      />
    </Field>
  );
}
