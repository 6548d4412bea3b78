'use client';

import type { ComponentProps } from 'react';
import { cx } from '../../lib/cx.ts';
import { controlClass } from './control-styles.ts';
import { useControlAttributes } from './field-context.ts';

export interface DateFieldProps extends Omit<
  ComponentProps<'input'>,
  'value' | 'onChange' | 'type' | 'min' | 'max'
> {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onValueChange: (day: string) => void;
  /** Earliest and latest day that can be picked, inclusive. */
  min?: string | undefined;
  max?: string | undefined;
  invalid?: boolean;
}

/**
 * A calendar day with the platform's own picker: it knows the user's habits, and works with gloves.
 *
 * @example
 * <DateField value={day} max={today} onValueChange={setDay} />
 */
export function DateField({ value, onValueChange, invalid, className, ...rest }: DateFieldProps) {
  const attributes = useControlAttributes({ ...rest, invalid });
  return (
    <input
      {...rest}
      {...attributes}
      type="date"
      value={value}
      onChange={(event) => {
        onValueChange(event.target.value);
      }}
      className={cx(controlClass, 'num h-control px-2.5', className)}
    />
  );
}
