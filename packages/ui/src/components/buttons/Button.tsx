'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { buttonClass, type ButtonStyle } from './button-styles.ts';
import { Spinner } from '../display/Spinner.tsx';

export interface ButtonProps extends ComponentProps<'button'>, ButtonStyle {
  /** Shown before the label, 16 px; larger for gloves. */
  icon?: ReactNode;
  /** Shows a spinner, keeps the width, and refuses clicks until it is false again. */
  loading?: boolean;
}

/**
 * A button with a word in it. Its type is `button`, so it submits no form unless `type="submit"` is given.
 *
 * @example
 * <Button variant="primary" loading={isSaving} onClick={save}>Save</Button>
 */
export function Button(props: ButtonProps) {
  const { variant, size, icon, loading = false, className, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      // Not `disabled`, which would take the focus away from the person who just pressed it.
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      onClick={(event) => {
        if (loading) event.preventDefault();
        else onClick?.(event);
      }}
      className={cx(buttonClass({ variant, size }), 'relative', className)}
    >
      {loading && (
        <span className="absolute inset-0 flex items-center justify-center">
          <Spinner />
        </span>
      )}
      <span
        className={cx(
          'inline-flex items-center gap-[inherit] [&>svg]:size-4 field:[&>svg]:size-6',
          loading && 'opacity-0',
        )}
      >
        {icon}
        {children}
      </span>
    </button>
  );
}
