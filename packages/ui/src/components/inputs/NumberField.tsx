'use client';

import type { ComponentProps } from 'react';
import { cx } from '../../lib/cx.ts';
import { controlClass } from './control-styles.ts';
import { useControlAttributes } from './field-context.ts';

export interface NumberFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> {
  /** The text as typed. It is never rewritten here: "1,234." stays what it is until its owner parses it. */
  value: string;
  onValueChange: (text: string) => void;
  /** Shown inside, such as "bbl". */
  unit?: string | undefined;
  invalid?: boolean;
  /** Accepted but remarkable: turns the border amber. Say why beside it. */
  warning?: boolean;
}

/**
 * A number typed as text: numeric keypad on touch, right-aligned, tabular figures, no spinner, no wheel.
 *
 * @example
 * <NumberField value="1,234.5" unit="bbl" onValueChange={setText} />
 */
export function NumberField({
  value,
  onValueChange,
  unit,
  invalid,
  warning,
  className,
  ...rest
}: NumberFieldProps) {
  const attributes = useControlAttributes({ ...rest, invalid });
  return (
    <span className={cx('relative flex w-full min-w-0 items-center', className)}>
      <input
        inputMode="decimal"
        autoComplete="off"
        {...rest}
        {...attributes}
        data-warning={warning || undefined}
        type="text"
        value={value}
        onChange={(event) => {
          onValueChange(event.target.value);
        }}
        className={cx(controlClass, 'num h-control px-2.5 text-right', unit !== undefined && 'pr-12')}
      />
      {unit !== undefined && (
        <span aria-hidden className="pointer-events-none absolute right-2.5 text-xs text-ink-subtle">
          {unit}
        </span>
      )}
    </span>
  );
}
