'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { controlClass } from './control-styles.ts';
import { useControlAttributes } from './field-context.ts';

export interface InputProps extends ComponentProps<'input'> {
  invalid?: boolean;
  /** Inside, before the text: an icon. */
  leading?: ReactNode;
  /** Inside, after the text: a unit or a small button. */
  trailing?: ReactNode;
}

/**
 * One line of text. Inside of a `Field` it takes its label and its error from there.
 *
 * @example
 * <Input type="search" leading={<Search aria-hidden />} value={text} onChange={typed} />
 */
export function Input({ invalid, leading, trailing, className, ...rest }: InputProps) {
  const attributes = useControlAttributes({ ...rest, invalid });
  return (
    <span className={cx('relative flex w-full min-w-0 items-center', className)}>
      {leading !== undefined && (
        <span className="pointer-events-none absolute left-2.5 flex text-ink-subtle [&>svg]:size-4 field:[&>svg]:size-6">
          {leading}
        </span>
      )}
      <input
        {...rest}
        {...attributes}
        className={cx(
          controlClass,
          'h-control px-2.5 placeholder-shown:text-ellipsis',
          leading !== undefined && 'pl-8.5 field:pl-11',
          trailing !== undefined && 'pr-12',
        )}
      />
      {trailing !== undefined && (
        <span className="absolute right-2.5 flex items-center text-xs text-ink-subtle">{trailing}</span>
      )}
    </span>
  );
}
