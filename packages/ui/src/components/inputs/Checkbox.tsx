'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { ToggleLabel } from './ToggleLabel.tsx';

export interface CheckboxProps {
  label: ReactNode;
  checked: boolean | 'indeterminate';
  onCheckedChange: (checked: boolean) => void;
  hideLabel?: boolean;
  hint?: ReactNode;
  disabled?: boolean;
  name?: string;
  className?: string;
}

/**
 * A box to tick, with its label. `hideLabel` leaves the label to screen readers.
 *
 * @example
 * <Checkbox label="Estimated" checked={isEstimated} onCheckedChange={setIsEstimated} />
 */
export function Checkbox({
  label,
  checked,
  onCheckedChange,
  hideLabel,
  hint,
  className,
  ...rest
}: CheckboxProps) {
  const id = useId();
  return (
    <span className={cx('inline-flex items-start gap-2', className)}>
      <Radix.Root
        {...rest}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        checked={checked}
        onCheckedChange={(state) => {
          onCheckedChange(state === true);
        }}
        className={cx(
          'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-control bg-surface',
          'text-accent-ink focus-ring disabled:opacity-50 field:size-7',
          'data-[state=checked]:border-accent data-[state=checked]:bg-accent',
          'data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
        )}
      >
        <Radix.Indicator>
          {checked === 'indeterminate' ? (
            <Minus aria-hidden className="size-3 stroke-3" />
          ) : (
            <Check aria-hidden className="size-3 stroke-3" />
          )}
        </Radix.Indicator>
      </Radix.Root>
      <ToggleLabel id={id} label={label} hint={hint} hideLabel={hideLabel} />
    </span>
  );
}
