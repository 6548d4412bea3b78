'use client';

import { Switch as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { ToggleLabel } from './ToggleLabel.tsx';

export interface SwitchProps {
  label: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  hint?: ReactNode;
  hideLabel?: boolean;
  disabled?: boolean;
  className?: string;
}

/** For what takes effect at once. For a choice that is saved with a form, use Checkbox. */
export function Switch({
  label,
  checked,
  onCheckedChange,
  hint,
  hideLabel,
  disabled,
  className,
}: SwitchProps) {
  const id = useId();
  return (
    <span className={cx('inline-flex items-start gap-2.5', className)}>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onCheckedChange}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className={cx(
          'relative mt-0.5 h-4.5 w-8 shrink-0 rounded-full bg-line-control transition-colors focus-ring',
          'data-[state=checked]:bg-accent disabled:opacity-50',
        )}
      >
        <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-white shadow-card transition-transform data-[state=checked]:translate-x-4" />
      </Radix.Root>
      <ToggleLabel id={id} label={label} hint={hint} hideLabel={hideLabel} />
    </span>
  );
}
