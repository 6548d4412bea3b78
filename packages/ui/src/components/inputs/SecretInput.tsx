'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';
import { IconButton } from '../buttons/IconButton.tsx';
import { controlClass } from './control-styles.ts';
import { useControlAttributes, useLabelId } from './field-context.ts';

export interface SecretInputProps extends Omit<
  ComponentProps<'input'>,
  'type' | 'autoComplete' | 'autoCapitalize' | 'spellCheck'
> {
  /** Whether the browser may fill it in, keep it, or neither. */
  autoComplete: 'current-password' | 'new-password' | 'off';
  invalid?: boolean;
}

/**
 * A password, a PIN or a passphrase. Nobody sees what is typed, unless whoever types it wants to see a slip (ADR 125).
 *
 * @example
 * <Field label="PIN"><SecretInput autoComplete="off" inputMode="numeric" value={pin} onChange={typed} /></Field>
 */
export function SecretInput({ invalid, className, ...rest }: SecretInputProps) {
  const { controlTexts } = useWords();
  const [isShown, setIsShown] = useState(false);
  const attributes = useControlAttributes({ ...rest, invalid });
  const labelId = useLabelId();
  return (
    // Gloves need the button beside the box. A mouse finds it inside.
    <span className={cx('relative flex w-full min-w-0 items-center field:gap-5', className)}>
      <input
        {...rest}
        {...attributes}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        // Some browsers send what they check to a server, and a secret in sight is a text like any other.
        spellCheck={false}
        className={cx(controlClass, 'h-control pr-12 pl-2.5 field:pr-2.5')}
      />
      <IconButton
        label={controlTexts.showTyped}
        size="sm"
        tooltip={false}
        aria-pressed={isShown}
        aria-controls={attributes.id}
        aria-describedby={labelId}
        disabled={rest.disabled}
        className="absolute right-0.5 field:static field:border-line-strong field:bg-surface"
        // Whoever types goes on typing.
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={() => {
          setIsShown(!isShown);
        }}
      >
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </IconButton>
    </span>
  );
}
